package gassafety.hazard;

import gassafety.office.ScopedRepository;

interface Hazards extends ScopedRepository<Hazard> {}
