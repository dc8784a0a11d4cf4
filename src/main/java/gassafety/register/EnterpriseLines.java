package gassafety.register;

import gassafety.office.ScopedRepository;

interface EnterpriseLines extends ScopedRepository<EnterpriseLine> {}
