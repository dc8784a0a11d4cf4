package gassafety.inspection;

import gassafety.office.ScopedRepository;

interface InspectionRecords extends ScopedRepository<Inspection> {}
