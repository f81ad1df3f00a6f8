"""View parts that several pages share: controls, evidence, share, download, empty states."""
