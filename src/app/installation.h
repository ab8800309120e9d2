#pragma once
// An opened installation: what every administrative command works with.
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/data_folder.h"
#include "lang/catalogue.h"
#include "store/database.h"

namespace haidang::app {

struct Installation {
  DataFolder folder;
  std::unique_ptr<store::Database> database;  // migrated
};

// Throws CommandFailure, store::NewerDatabase or store::DatabaseError.
Installation open_installation(const InstallationOptions& options);
// The same for a folder that was just made.
Installation open_created(DataFolder folder, const Configuration& configuration);

// All languages' words, from the program's own resources.
lang::Catalogues load_catalogues();

// A problem in English, for the command line.
std::string sentence_of(const lang::Catalogues& catalogues, const Problem& problem);

}  // namespace haidang::app
