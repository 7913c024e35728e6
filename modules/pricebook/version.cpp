#include "modules/pricebook/version.hpp"

#include <algorithm>

namespace pricebook
{

Book::Book(std::vector<Version> versions, base::Date today)
    : versions_(std::move(versions)), today_(today)
{
    std::ranges::sort(versions_, std::ranges::greater{}, &Version::number);
}

const Version* Book::active() const
{
    const auto found = std::ranges::find_if(versions_, [&](const Version& version) {
        return version.starts_on && *version.starts_on <= today_;
    });
    return found == versions_.end() ? nullptr : &*found;
}

const Version* Book::pending() const
{
    if (versions_.empty()) return nullptr;
    const auto& last = versions_.front();
    return !last.starts_on || *last.starts_on > today_ ? &last : nullptr;
}

const Version* Book::draft() const
{
    const auto* next = pending();
    return next != nullptr && !next->starts_on ? next : nullptr;
}

const Version* Book::find(VersionId id) const
{
    const auto found = std::ranges::find(versions_, id, &Version::id);
    return found == versions_.end() ? nullptr : &*found;
}

VersionState Book::state_of(const Version& version) const
{
    if (!version.starts_on) return VersionState::draft;
    if (*version.starts_on > today_) return VersionState::scheduled;
    return &version == active() ? VersionState::active : VersionState::archived;
}

} // namespace pricebook
