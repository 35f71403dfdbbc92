"""Akoma Ntoso 3 (OASIS LegalDocML): the document as XML with its structure, its references and what it assigns."""
