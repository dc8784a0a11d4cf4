package gassafety.lookback;

import gassafety.office.ScopedRepository;

interface Lookbacks extends ScopedRepository<Lookback> {}
