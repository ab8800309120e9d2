#pragma once
#include "base/id.h"

namespace haidang::content {

using SiteId = Id<struct SiteTag>;
using SectionId = Id<struct SectionTag>;
using ItemId = Id<struct ItemTag>;
using RevisionId = Id<struct RevisionTag>;
using MediaId = Id<struct MediaTag>;

}  // namespace haidang::content
