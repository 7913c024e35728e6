#pragma once

#include "kernel/files/drawing.hpp"
#include "kernel/guard/form_view.hpp"
#include "modules/progress/comment.hpp"
#include "modules/progress/sheet_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace progress
{

/// Who is who on a page of a sheet, and when it is.
struct Reading {
    std::string slug;
    tenancy::Side side = tenancy::Side::staff;
    tenancy::MembershipId reader;
    base::Instant now;
    std::string zone;
    std::string business;
    std::map<tenancy::MembershipId, std::string> names;
    std::string path; ///< of the page
    std::map<files::FileId, base::Drawing> drawings;
    bool may_draw = false;

    const std::string& name_of(tenancy::MembershipId id) const;
};

/// Inside the workspace, on both sides.
std::string place_of(std::string_view identifier);
html::Url sheets_path(const Reading& reading);
html::Url sheet_path(const Reading& reading, std::string_view identifier);
html::Url post_path(const Reading& reading, std::string_view identifier, PostId post);

/// The head of a sheet, from the worksite's and the client's records.
struct SheetHead {
    Sheet sheet;
    std::string title;
    std::string address; ///< of the worksite
    std::string client_name;
    std::string client_address;
    std::optional<Post> last_marked;
};

/// A publication with what is answered.
struct ShownPost {
    Post post;
    std::vector<files::File> photos;
    std::vector<PlacedComment> comments;
    bool may_edit = false;
    bool may_comment = false;
};

/// A comment or an edition that was refused: where it was typed, and why.
struct RefusedWords {
    PostId post;
    std::optional<CommentId> reply_to;
    std::string typed;
    std::string error;
};

struct SheetPageView {
    Reading reading;
    SheetHead head;
    ReadingOrder order = ReadingOrder::oldest_first;
    std::vector<ShownPost> posts;  ///< in reading order
    std::vector<ShownPost> drafts; ///< the team's
    std::optional<base::Instant> older;
    bool is_past = false; ///< not the newest publications
    bool may_write = false;
    bool may_manage = false;
    bool may_export = false;
    html::Url logo = html::Url::local("/");
    html::Html guard;
    RefusedWords refused;
    std::string notice; ///< why an action on a publication was refused
};
html::Html sheet_page(const SheetPageView& view);

/// « Aucune fiche d’avancement pour ce chantier », what was opened last, and for who may the list.
struct EntryView {
    Reading reading;
    std::string typed;
    bool is_unknown = false;
    bool may_manage = false;
    bool may_list = false;
    std::vector<SheetRow> opened;
    std::vector<SheetRow> rows;
    std::string query;
    std::optional<html::Url> next;
};
html::Html entry_page(const EntryView& view);
html::Html entry_card(const EntryView& view);

/// A line of the first steps of a business.
enum class FirstSheet { to_open, open };
html::Html first_step(const html::Url& to, FirstSheet sheet);

/// The client's: the names of his sheets.
struct OwnSheetsView {
    Reading reading;
    std::vector<SheetRow> rows;
};
html::Html own_sheets(const OwnSheetsView& view);
html::Html own_sheets_card(const OwnSheetsView& view);

/// On a client's page.
struct ClientSheetsView {
    Reading reading;
    tenancy::ClientId client;
    std::vector<SheetRow> rows;
    bool may_manage = false;
};
html::Html client_sheets(const ClientSheetsView& view);

struct SheetFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> clients; ///< of a new one
    bool is_new = false;
    bool has_no_client = false;
    html::Url new_client;
};
html::Html sheet_form(const SheetFormView& view);

html::Html settings_form(const html::Url& action, const html::Html& guard,
                         CommentsOnCancelled choice);

} // namespace progress
