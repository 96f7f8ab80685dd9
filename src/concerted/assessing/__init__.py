"""ASSESS: what marks on promises come to by line and partner, and how far a figure is on its way to a target."""
