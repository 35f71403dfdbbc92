"""The document's form: blocks, header, sections, paragraphs, signature and recipients."""
