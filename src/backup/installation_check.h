#pragma once
// Looks through a whole installation for what cannot be so: damage of the
// database and of files, and rows that contradict each other. Changes nothing.
#include <cstdint>
#include <string>
#include <vector>

#include "backup/step_progress.h"
#include "files/blob_store.h"
#include "store/database.h"

namespace haidang::backup {

struct Fault {
  std::string kind;     // for programs: "blob.damaged"
  std::string subject;  // what it is about: a digest, "revision 12"
  std::string text;     // what is wrong, one sentence
  std::string remedy;   // what to do
};

struct CheckReport {
  std::vector<Fault> faults;
  std::int64_t rows = 0;
  std::int64_t revisions = 0;
  std::int64_t redirects = 0;
  std::int64_t blobs = 0;
};

// Works on the session's snapshot; its schema is the newest. Kinds of faults:
//   database.damaged    the engine's own check, and references to rows that are not there
//   text.not_utf8       a row holds text in no or another encoding
//   revision.unreadable, revision.changed    the body is no document; not what was saved
//   edition.no_text, edition.foreign_text    public without a text; with another item's
//   listing.missing, listing.stray           lists and published articles differ
//   redirect.dangling   an old address that leads nowhere
//   blob.missing, blob.damaged
CheckReport check_installation(store::Session& session, const files::BlobStore& blobs,
                               const StepProgress& progress);

}  // namespace haidang::backup
