#include "kernel/db/changes.hpp"

#include "kernel/base/assert.hpp"

#include <mutex>

namespace db
{

namespace
{

ReadRecord*& current_record()
{
    thread_local ReadRecord* record = nullptr;
    return record;
}

bool any_after(std::uint64_t moment, const TableSet& tables,
               const std::vector<std::uint64_t>& changed)
{
    for (std::size_t table = 0; table < changed.size(); ++table)
        if (tables[table] && changed[table] > moment) return true;
    return false;
}

void set_all(std::vector<std::uint64_t>& changed, const TableSet& tables, std::uint64_t moment)
{
    for (std::size_t table = 0; table < changed.size(); ++table)
        if (tables[table]) changed[table] = moment;
}

} // namespace

ReadRecord::ReadRecord()
{
    const bool is_alone = current_record() == nullptr;
    KERNEL_ASSERT(is_alone);
    current_record() = this;
}

ReadRecord::~ReadRecord()
{
    current_record() = nullptr;
}

void ReadRecord::note_reading(const Scope& scope, const TableSet& tables)
{
    auto* record = current_record();
    if (record == nullptr) return;
    auto& footprint = record->footprint_;
    if (scope.kind == Scope::Kind::Platform) {
        footprint.any |= tables;
        return;
    }
    if (footprint.workspace == 0) footprint.workspace = scope.workspace;
    if (footprint.workspace != scope.workspace) footprint.is_whole = false;
    footprint.own |= tables;
}

void ReadRecord::note_writing()
{
    if (auto* record = current_record()) record->footprint_.is_whole = false;
}

Changes::Changes(const TableKinds& kinds)
    : tables_(kinds.size()), by_platform_(tables_), by_anyone_(tables_)
{
    KERNEL_ASSERT(tables_ <= tables_max);
    std::size_t table = 0;
    for (const auto& [name, kind] : kinds)
        shared_by_all_[table++] = kind == TableKind::Platform;
}

std::uint64_t Changes::now() const
{
    const std::shared_lock lock{mutex_};
    return now_;
}

bool Changes::none_since(std::uint64_t moment, const Footprint& footprint) const
{
    if (!footprint.is_whole) return false;
    const std::shared_lock lock{mutex_};
    if (any_after(moment, footprint.any, by_anyone_)) return false;
    if (any_after(moment, footprint.own, by_platform_)) return false;
    const auto own = by_workspace_.find(footprint.workspace);
    return own == by_workspace_.end() || !any_after(moment, footprint.own, own->second);
}

void Changes::note(std::int64_t workspace, const TableSet& tables)
{
    const std::unique_lock lock{mutex_};
    ++now_;
    set_all(by_anyone_, tables, now_);
    if (workspace == 0) return set_all(by_platform_, tables, now_);
    set_all(by_platform_, tables & shared_by_all_, now_);
    const auto own = by_workspace_.try_emplace(workspace, tables_).first;
    set_all(own->second, tables, now_);
}

} // namespace db
