#pragma once

#include "tests/load/installation.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace load
{

/// Writes straight into the database of a stopped installation, beside the actions and their
/// rules: a tool of this folder only. Rows are copies of what the demonstration made, so they are
/// as long and as varied as real ones.

/// Brings the workspace to `total` tickets. The copies are older than what they copy, a minute
/// apart, so the newest pages of every view stay those of the demonstration.
void grow_tickets(const std::filesystem::path& file, const std::string& slug, std::int64_t total);
/// The same in a database of PostgreSQL, of which `url` is the owner's.
void grow_postgres_tickets(const std::string& url, const std::string& slug, std::int64_t total);
/// Brings the platform to `total` workspaces.
void grow_workspaces(const std::filesystem::path& file, const std::string& slug,
                     std::int64_t total);

/// A sheet as long as builders' longest.
struct SheetSize {
    std::int64_t posts = 0;
    std::int64_t comments = 0;
    std::int64_t photos = 0;
};
/// Brings the sheet of the workspace that has most publications to that size, with copies of what
/// the workspace holds; a publication more is older. Gives its identifier. On both engines.
std::string grow_sheet(const Installation& installation, const std::string& slug,
                       const SheetSize& total);

/// So many issued invoices more, older than those there, with what is owed of each. Both engines.
void grow_invoices(const Installation& installation, const std::string& slug, std::int64_t more);
/// Drafts that may be issued as they stand, at version 1; their ids run from `first` to `last`.
void draft_invoices(const Installation& installation, const std::string& slug, std::int64_t first,
                    std::int64_t last);
struct InvoicesSize {
    std::int64_t numbers = 0; ///< taken, copies of grow_invoices() as well
    std::int64_t different = 0;
    std::int64_t papers = 0; ///< made and kept
};
/// A server may run.
InvoicesSize size_of_invoices(const Installation& installation, const std::string& slug);
/// Those that wait in a sending and those whose paper is to be made. A server may run.
std::int64_t invoices_leaving(const Installation& installation);
/// Of the queue: due or begun. A server may run.
std::int64_t jobs_due(const Installation& installation);
/// So many lines more in the books of the last year.
void grow_entries(const Installation& installation, const std::string& slug, std::int64_t lines);

/// What the index of a search holds, over all workspaces.
struct SearchSize {
    std::int64_t workspaces = 0;
    std::int64_t messages = 0; ///< that the terms stand for
    std::int64_t terms = 0;
    double bytes_a_term = 0; ///< of the file
};
struct SearchWanted {
    std::int64_t workspaces_min = 0;
    std::int64_t messages_min = 0;
};
/// Brings the platform to so many workspaces, each with the terms of the one that has that slug:
/// the index alone, no ticket.
SearchSize grow_search(const std::filesystem::path& file, const std::string& slug,
                       const SearchWanted& wanted);

} // namespace load
