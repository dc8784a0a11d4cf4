package gassafety.register;

import gassafety.office.ScopedRepository;

interface Enterprises extends ScopedRepository<Enterprise> {}
