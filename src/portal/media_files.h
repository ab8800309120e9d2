#pragma once
// Stored files by their content address: /media/<sha256>[-<width>].<ext>.
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "store/database.h"

namespace haidang::portal {

// Where the bytes of an address (64 hexadecimal digits) lie; empty if there are none.
using BlobPath = std::function<std::filesystem::path(const std::string& address)>;

// Nothing if the name is none, or no such file or width is known.
std::optional<http::Response> media_response(store::Session& session, std::string_view name,
                                             const BlobPath& blob_path);

}  // namespace haidang::portal
