#include "app/media_shelf.h"

#include "base/digest.h"
#include "base/json.h"
#include "content/edition_store.h"
#include "content/public_store.h"
#include "files/file_check.h"
#include "files/image_variants.h"
#include "log/audit_store.h"

namespace haidang::app {

Result<std::string> MediaShelf::add(store::Session& session, const people::Actor& actor, Instant now,
                                    std::string_view name, std::string_view bytes) const {
  const std::string address = sha256_hex(bytes);
  if (content::find_media(session, address)) return address;

  auto incoming = blobs_.receive();
  incoming.append(bytes);
  const auto facts = files::check_file(engine_, incoming.path());
  if (facts.has_error()) return facts.error();
  std::move(incoming).keep();

  content::Media media{address, facts->media_type, facts->bytes, 0, 0, std::string(name), {}};
  if (facts->image) {
    media.width = facts->image->width;
    media.height = facts->image->height;
  }
  content::insert_media(session, media, now);
  if (facts->image) {
    const auto variants = files::make_variants(engine_, *blobs_.find(address), blobs_);
    if (variants.has_error()) return variants.error();
    for (const files::ImageVariant& variant : *variants)
      content::insert_media_variant(session, address,
                                    {variant.blob.digest, variant.width, variant.height, "image/webp"},
                                    variant.blob.bytes);
  }
  log::append_audit(session, {now,
                              actor.stored_account(),
                              actor.name,
                              "media.add",
                              {},
                              {},
                              {},
                              {},
                              json::serialize(json::object{{"address", address}, {"name", name}})});
  return address;
}

}  // namespace haidang::app
