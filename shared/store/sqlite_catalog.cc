// The catalog object: lifetime, what the archive is, transactions.
#include "shared/store/sqlite_catalog.h"

#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {

Catalog::Catalog(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;  // closing the connection rolls back

Result<Catalog> Catalog::open(const ArchivePaths& paths, Access access) {
  auto opened = open_catalog(paths, access);
  if (!opened) return std::move(opened).error();
  auto impl = std::make_unique<Impl>();
  impl->db = std::move(opened->db);
  impl->uuid = std::move(opened->uuid);
  return Catalog(std::move(impl));
}

const std::string& Catalog::archive_uuid() const {
  return impl_->uuid;
}

Result<std::optional<std::string>> Catalog::meta(std::string_view name) const {
  auto statement = impl_->db->query("SELECT value FROM meta WHERE name = ?", name);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  return *row ? std::optional(statement.string(0)) : std::nullopt;
}

Result<void> Catalog::set_meta(std::string_view name, std::string_view value) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  return impl_->db->run("INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name,
                        value);
}

Result<void> Catalog::begin() {
  return impl_->db->run("BEGIN IMMEDIATE");
}

Result<void> Catalog::commit() {
  auto done = impl_->require_transaction();
  if (done) done = impl_->words.write(*impl_->db);
  if (done) done = impl_->store_last_ordinals();
  if (done) done = impl_->db->run("COMMIT");
  if (!done) impl_->forget_unwritten();  // SQLite may have rolled back by itself; else the caller will
  return done;
}

Result<void> Catalog::rollback() {
  impl_->forget_unwritten();
  if (!impl_->db->in_transaction()) return {};  // SQLite has done it after an error
  return impl_->db->run("ROLLBACK");
}

Result<void> Catalog::begin_read() const {
  return impl_->db->run("BEGIN");
}

void Catalog::end_read() const {
  if (impl_->db->in_transaction()) static_cast<void>(impl_->db->run("COMMIT"));  // nothing was written: cannot fail
}

void Catalog::Impl::forget_unwritten() {
  cache = {};
  words.clear();
  corrections.reset();
  kept_apart.reset();
}

Result<void> Catalog::Impl::require_transaction() const {
  if (db->in_transaction()) return {};
  return Error{ErrorCode::kInternal,
               concat({"catalog ", db->path(), ": write outside a transaction, or after it was rolled back"})};
}

}  // namespace dateline
