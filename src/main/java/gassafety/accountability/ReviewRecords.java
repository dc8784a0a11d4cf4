package gassafety.accountability;

import gassafety.office.ScopedRepository;

interface ReviewRecords extends ScopedRepository<Review> {}
