#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/sheet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace progress
{

/// What a list shows of a sheet.
struct SheetRow {
    SheetId id;
    std::string identifier;
    std::string title;       ///< of the worksite
    std::string client_name; ///< empty for the client himself
    std::optional<base::Instant> last_published_at;
};
BOOST_DESCRIBE_STRUCT(SheetRow, (), (id, identifier, title, client_name, last_published_at))

/// How a sheet is found among all: the beginning of an identifier, of a title or of a client's
/// name.
struct SheetSearch {
    std::string typed; ///< empty: all
    SheetId before;    ///< of the last row of the page before; zero: the newest first
    int limit = 0;
};

class SheetStore
{
  public:
    explicit SheetStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Sheet& sheet);
    /// False when somebody saved another version meanwhile.
    bool update(const Sheet& sheet, std::int64_t seen_version);
    std::optional<Sheet> find(SheetId id);
    /// As identifier_key_of() gives it.
    std::optional<Sheet> find_by_key(std::string_view key);
    std::optional<Sheet> of_project(projects::ProjectId project);

    /// The newest sheet first.
    std::vector<SheetRow> list(const SheetSearch& search);
    /// Of the client, on worksites that are assigned to him and open to the reader, by title.
    std::vector<SheetRow> of_client(tenancy::ClientId client, tenancy::MembershipId reader);
    /// Those the member opened last, the last first.
    std::vector<SheetRow> opened_by(tenancy::MembershipId member, int limit);
    std::optional<base::Instant> opened_at(SheetId sheet, tenancy::MembershipId member);
    void note_opening(SheetId sheet, tenancy::MembershipId member, base::Instant at);

    ReadingOrder reading_order(tenancy::MembershipId member);
    void set_reading_order(tenancy::MembershipId member, ReadingOrder order);

    CommentsOnCancelled comments_on_cancelled();
    void set_comments_on_cancelled(CommentsOnCancelled choice, base::Instant at);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace progress
