#pragma once

#include "kernel/db/table_kind.hpp"

#include <bitset>
#include <cstdint>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace db
{

inline constexpr std::size_t tables_max = 512;
/// Tables by their position in TableKinds.
using TableSet = std::bitset<tables_max>;

/// What a thread has read while a ReadRecord lived.
struct Footprint {
    std::int64_t workspace = 0; ///< whose rows `own` are
    TableSet own;               ///< read by transactions of that workspace
    TableSet any;               ///< read by platform transactions: the rows of all workspaces
    bool is_whole = true;       ///< false: it also wrote, or read a second workspace
};

/// Records what the calling thread reads until it is destroyed. One at a time on a thread.
class ReadRecord
{
  public:
    ReadRecord();
    ~ReadRecord();
    ReadRecord(const ReadRecord&) = delete;
    ReadRecord& operator=(const ReadRecord&) = delete;

    const Footprint& footprint() const { return footprint_; }

    /// Called by the database for every statement it starts; nothing is recorded without a record.
    static void note_reading(const Scope& scope, const TableSet& tables);
    /// What a thread writes it may also have read, on another thread.
    static void note_writing();

  private:
    Footprint footprint_;
};

/// When each table last changed, by workspace, since this process started. Only true where no other
/// process writes. Thread-safe.
class Changes
{
  public:
    explicit Changes(const TableKinds& kinds);

    /// To be taken before what is compared with it is read.
    std::uint64_t now() const;
    /// Whether everything in a footprint is as it was at `moment`.
    bool none_since(std::uint64_t moment, const Footprint& footprint) const;

    /// After the commit and before anybody is told of it. `workspace` 0 for a platform transaction.
    void note(std::int64_t workspace, const TableSet& tables);

  private:
    using Moments = std::vector<std::uint64_t>; ///< of the last change, by table

    const std::size_t tables_;
    TableSet shared_by_all_; ///< platform tables: a change concerns every workspace
    mutable std::shared_mutex mutex_;
    std::uint64_t now_ = 0;
    Moments by_platform_;
    Moments by_anyone_;
    std::unordered_map<std::int64_t, Moments> by_workspace_;
};

} // namespace db
