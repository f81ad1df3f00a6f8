"""Memberships told by layout: tables, bullets, labelled lines and lists under headings."""
