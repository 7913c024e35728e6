#include "modules/tickets/attachment_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/form_files.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{
namespace
{

constexpr std::size_t notice_length_max = 600; // it travels in a cookie

void name_files_in_body(http::Request& request, const files::Intake& intake)
{
    if (!request.form.has("body") || !base::trim(request.form.get("body")).empty()) return;
    std::vector<std::string> names;
    for (const auto& taken : intake.taken)
        names.push_back(taken.name);
    if (names.empty()) return;
    request.form.remove("body");
    request.form.add("body",
                     i18n::t("tickets.attachment.only", {{"count", std::to_string(names.size())},
                                                         {"names", base::join(names, ", ")}}));
}

} // namespace

files::Intake received_files(guard::Call& call)
{
    auto intake = files::take_in(call.context(), files::offered_by(call));
    name_files_in_body(call.request(), intake);
    return intake;
}

HeldFiles held_files(guard::Call& call)
{
    const auto intake = files::hold(call.context(), files::offered_by(call));
    HeldFiles held{.files = {}, .refused = files::refused_sentences(intake)};
    for (const auto& file : intake.taken)
        held.files.push_back({.upload = file.upload.text(), .name = file.name});
    return held;
}

http::Response to_thread(const guard::Call& call, const html::Url& thread,
                         const files::Intake& intake, std::string_view notice)
{
    if (intake.refused.empty()) return call.redirect(thread.text(), notice);
    return call.redirect(
        thread.text(), "tickets.attachment.some_refused",
        {{"reasons", base::shorten(files::refused_sentences(intake), notice_length_max)}});
}

} // namespace tickets
