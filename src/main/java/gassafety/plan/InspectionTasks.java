package gassafety.plan;

import gassafety.office.ScopedRepository;

interface InspectionTasks extends ScopedRepository<InspectionTask> {}
