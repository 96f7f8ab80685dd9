"""Akoma Ntoso (OASIS LegalDocML), the XML of parliaments, courts and the United Nations."""

from concerted.formats.akoma_ntoso.document import read

__all__ = ["read"]
