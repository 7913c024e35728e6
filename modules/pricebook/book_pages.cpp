#include "modules/pricebook/book_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/change_store.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/version_actions.hpp"
#include "modules/pricebook/version_store.hpp"
#include "modules/pricebook/words.hpp"

#include <map>

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t query_length_max = 100; // code points

using Names = std::map<tenancy::MembershipId, std::string>;

Names names_of_members(WorkspaceTransaction& tx)
{
    Names names;
    for (const auto& member : auth::members(tx))
        names[member.id] = member.name;
    return names;
}

std::string name_in(const Names& names, tenancy::MembershipId id)
{
    const auto found = names.find(id);
    return found == names.end() ? t("pricebook.platform") : found->second;
}

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

VersionLine line_of(const Book& book, const Version& version, const Names& names)
{
    return {.version = version,
            .state = book.state_of(version),
            .made_by = name_in(names, version.made_by),
            .decided_by = name_in(names, version.decided_by)};
}

http::Response page(Call& call, const std::string& title, html::Html body)
{
    return guard::render(
        call, guard::Page{.title = title, .body = std::move(body), .topics = {"pricebook"}});
}

/// What is asked for the next page; the first says where to begin again.
void set_pages(Call& call, ChangeListView& view, bool is_first)
{
    const auto path = book_path(slug_of(call), "/modifications");
    if (!is_first) view.first = path;
    if (view.lines.size() <= changes_page_rows) return;
    view.lines.pop_back();
    view.next = path.with("avant", view.lines.back().change.id.text());
}

} // namespace

http::Response show_book(Call& call)
{
    const auto query = base::shorten(call.query("q"), query_length_max);
    const auto view = call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        BookView read{.slug = slug_of(call),
                      .guard = guard::form_guard(call),
                      .currency = currency_of(tx.workspace()),
                      .has_draft = book.draft() != nullptr,
                      .query = query,
                      .showing = ShowingStore{tx}.find()};
        if (const auto* active = book.active()) {
            read.active = *active;
            read.items = matching(ItemStore{tx}.of_version(active->id), query);
        }
        if (const auto* next = book.pending(); next != nullptr && !read.has_draft)
            read.scheduled = *next;
        return read;
    });
    return page(call, t("pricebook.nav"), book_page(view));
}

http::Response list_versions(Call& call)
{
    VersionListView view{.slug = slug_of(call), .zone = call.context().workspace().time_zone};
    view.lines = call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        const auto names = names_of_members(tx);
        std::vector<VersionLine> lines;
        for (const auto& version : book.versions())
            lines.push_back(line_of(book, version, names));
        return lines;
    });
    return page(call, t("pricebook.tab.versions"), version_list(view));
}

http::Response show_version(Call& call)
{
    const auto id = call.path_id<VersionId>("version");
    const auto view = call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        const auto* version = book.find(id);
        if (version == nullptr) throw base::NotFound{};
        return VersionView{.slug = slug_of(call),
                           .guard = guard::form_guard(call),
                           .zone = tx.workspace().time_zone,
                           .currency = currency_of(tx.workspace()),
                           .line = line_of(book, *version, names_of_members(tx)),
                           .may_copy = book.pending() == nullptr,
                           .items = ItemStore{tx}.of_version(id)};
    });
    return page(call, t("pricebook.tab.versions"), version_page(view));
}

http::Response restore_version(Call& call)
{
    const auto id = call.path_id<VersionId>("version");
    call.context().write([&](WorkspaceTransaction& tx) { make_draft(tx, id); });
    return call.redirect(book_path(slug_of(call), "/brouillon").text(),
                         "pricebook.notice.restored");
}

http::Response unschedule_version(Call& call)
{
    const auto id = call.path_id<VersionId>("version");
    call.context().write([&](WorkspaceTransaction& tx) { unschedule(tx, id); });
    return call.redirect(book_path(slug_of(call), "/brouillon").text(),
                         "pricebook.notice.unscheduled");
}

http::Response list_changes(Call& call)
{
    const auto before = ChangeId::parse(call.query("avant")).value_or(ChangeId{});
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        const auto names = names_of_members(tx);
        ChangeListView read{.slug = slug_of(call),
                            .zone = tx.workspace().time_zone,
                            .currency = currency_of(tx.workspace())};
        for (auto& change : ChangeStore{tx}.page(before, changes_page_rows + 1)) {
            auto made_by = name_in(names, change.made_by);
            read.lines.push_back({std::move(change), std::move(made_by)});
        }
        return read;
    });
    set_pages(call, view, !before);
    return page(call, t("pricebook.tab.changes"), change_list(view));
}

} // namespace pricebook
