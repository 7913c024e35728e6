#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/events/events.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/search/search.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kernel
{

/// The routes of one path prefix. What a route names must exist to compile; its access is not
/// optional.
class Routes
{
  public:
    /// Where the routes are: under /e/{workspace}, under /p/{workspace}, or outside any workspace.
    enum class Door { Staff, Portal, Outside };

    Routes(guard::Site& site, std::string module, std::string prefix, Door door);

    Routes& get(std::string_view path, guard::Handler handler, guard::Access access,
                std::string_view subject = {});
    Routes& post(std::string_view path, guard::Handler handler, guard::Access access,
                 std::string_view command = {}, std::string_view subject = {});
    /// The last route declared takes forms with files, at most so many bytes.
    Routes& takes_files(std::uint64_t bytes_max);
    /// The last route declared takes a raw body of at most so many bytes, and is not counted as an
    /// action: one piece of a file among many.
    Routes& takes_pieces(std::uint64_t bytes_max);
    /// The last route declared also serves members who have not proved their second factor yet.
    Routes& before_second_factor();

  private:
    Routes& add(guard::Route route);

    guard::Site& site_;
    std::string module_;
    std::string prefix_;
    Door door_;
};

/// What a module's `describe(Module&)` declares (modules/*/module.cpp): no logic, no SQL, no `if`.
///
///     void describe(kernel::Module& module)
///     {
///         module.staff("/tickets")
///             .get("", list_tickets, needs("tickets.view"))
///             .post("/{number}/messages", create_message, needs("tickets.reply"), "WriteMessage",
///             "ticket");
///         module.nav({.label_key = "tickets.nav", .path = "/tickets", …});
///     }
class Module
{
  public:
    Module(guard::Site& site, std::string name) : site_(site), name_(std::move(name)) {}

    Routes staff(std::string_view prefix = {});  ///< under /e/{workspace}
    Routes portal(std::string_view prefix = {}); ///< under /p/{workspace}
    Routes open(std::string_view prefix = {});   ///< absolute paths: open_to_all or any_person

    void permission(std::string_view code, std::string_view label_key);
    void nav(guard::NavEntry entry) { site_.nav.push_back(std::move(entry)); }
    void bar(guard::NavEntry entry) { site_.bar.push_back(std::move(entry)); }
    void subject(guard::SubjectKind kind) { site_.subjects.push_back(std::move(kind)); }
    void panel(guard::Panel panel) { site_.panels.push_back(std::move(panel)); }
    void settings(guard::SettingsEntry entry) { site_.settings.push_back(std::move(entry)); }
    void doors(guard::Doors doors) { site_.doors = std::move(doors); }
    /// What can be found, and what the palette offers to make.
    void searchable(search::Kind kind);
    void creation(search::Creation creation) { search::registry().add(std::move(creation)); }
    /// The results page, inside the workspace on both sides; `/suggestions` under it answers the
    /// palette, `/raccourcis` lists the keys.
    void search_at(std::string path) { site_.search = std::move(path); }
    /// Rows whose text a job indexes.
    void indexed(search::Source source);
    void job(std::string_view kind, jobs::Kind what)
    {
        jobs::registry().add(kind, std::move(what));
    }
    template <class Event>
    void on(void (*listener)(tenancy::WorkspaceTransaction&, const Event&))
    {
        events::bus().on<Event>(listener);
    }

  private:
    guard::Site& site_;
    std::string name_;
};

} // namespace kernel
