#include "modules/incidents/browser_failure_pages.hpp"

#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/log/log.hpp"
#include "modules/incidents/browser_failure.hpp"
#include "modules/incidents/browser_failure_forms.hpp"

namespace incidents
{
namespace
{

using namespace std::chrono_literals;

constexpr limits::Rate heard{.count = 10, .per = 60s};

/// A number that says nothing about the person to who has only the log; 0 for a visitor.
std::int64_t pseudonym_of(const guard::Call& call)
{
    return call.signed_in() ? call.signed_in()->person.id.value : 0;
}

} // namespace

http::Response note_browser_failure(guard::Call& call)
{
    const auto form = call.form<TellFailure>();
    const auto& told = form.command;
    const auto key = "browser_failure." + call.request().peer;
    const bool is_heard = form.is_valid() && !call.site().limiter().refuse(key, heard);
    if (is_heard)
        logs::error("browser.failed", {{"message", without_people(told.message.value)},
                                       {"script", page_without_objects(told.script.value)},
                                       {"line", told.line ? told.line->value : 0},
                                       {"page", page_without_objects(told.page.value)},
                                       {"person", pseudonym_of(call)}});
    return http::Response::text("", 204);
}

} // namespace incidents
