package gassafety.document;

import gassafety.office.ScopedRepository;

interface DocumentArchive extends ScopedRepository<IssuedDocument> {}
