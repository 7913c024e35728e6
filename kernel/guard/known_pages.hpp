#pragma once

#include "kernel/db/changes.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/entrance.hpp"
#include "kernel/i18n/shown_times.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace guard
{

/// Where a page came from: enough to know later, without making it again, that it would be the
/// same.
struct Provenance {
    std::string etag;
    std::uint64_t moment = 0; ///< of db::Changes, before anything was read
    db::Footprint read;
    base::Instant made_at;
    base::Instant good_until; ///< the next instant at which a time it shows changes
};

/// What this process knows of the pages it has sent, so that an unchanged one costs a 304 and no
/// work. Lost pages are only made again. Thread-safe.
class KnownPages
{
  public:
    /// `page` is page_key(…).
    std::optional<Provenance> find(const std::string& page) const;
    void remember(const std::string& page, Provenance provenance);

  private:
    using Pages = std::unordered_map<std::string, Provenance>;
    mutable std::mutex mutex_;
    Pages recent_;
    Pages older_; ///< dropped when `recent_` is full again
};

/// A hash of all that a page may depend on besides the tables it reads and the time: its address,
/// the session, the person, the rights, the workspace with its settings.
std::string page_key(const Call& call, const auth::Rights& rights);

/// Gathers the provenance of the page that a handler makes on this thread.
class PageRecord
{
  public:
    explicit PageRecord(const Call& call);
    /// Nothing when the page cannot be known again: it wrote, or is not made of data only.
    std::optional<Provenance> of(const http::Response& response) const;

  private:
    const Call& call_;
    std::uint64_t moment_;
    base::Instant made_at_;
    db::ReadRecord reads_;
    i18n::ShownTimes times_;
};

/// Whether the page of `provenance` would be made the same now.
bool is_current(const Provenance& provenance, const db::Changes& changes);

} // namespace guard
