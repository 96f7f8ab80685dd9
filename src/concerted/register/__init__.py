"""The register: what is stored of a coalition, and the queries that give it out as frozen rows."""
