#pragma once
// What the database engine itself says of its files and of the references
// between rows.
#include <string>
#include <vector>

#include "store/database.h"

namespace haidang::store {

// One line a fault, none for a sound database. SQLite: PRAGMA integrity_check and
// foreign_key_check (https://www.sqlite.org/pragma.html). PostgreSQL looks after
// its files itself; references are counted, since a superuser can switch their
// enforcement off. A database that cannot even be read throws DatabaseError.
std::vector<std::string> integrity_faults(Session& session);

}  // namespace haidang::store
