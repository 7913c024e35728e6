#include "modules/tickets/attachment_pages.hpp"

#include "kernel/base/text.hpp"
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

std::vector<files::Offered> offered_files(guard::Call& call)
{
    auto offered = files::offered_in(call.request(), "files");
    const auto uploads =
        files::finished_uploads(call.context(), call.request().form.every("uploads"));
    for (const auto& [upload, content] : uploads)
        offered.push_back(
            {.name = upload.name, .content = content, .bytes = upload.bytes, .upload = upload.id});
    return offered;
}

} // namespace

files::Intake received_files(guard::Call& call)
{
    auto intake = files::take_in(call.context(), offered_files(call));
    name_files_in_body(call.request(), intake);
    return intake;
}

HeldFiles held_files(guard::Call& call)
{
    const auto intake = files::hold(call.context(), offered_files(call));
    HeldFiles held{.files = {}, .refused = refused_sentences(intake)};
    for (const auto& file : intake.taken)
        held.files.push_back({.upload = file.upload.text(), .name = file.name});
    return held;
}

std::string refused_sentences(const files::Intake& intake)
{
    std::vector<std::string> sentences;
    for (const auto& refused : intake.refused)
        sentences.push_back(files::sentence(refused));
    return base::join(sentences, " ");
}

http::Response to_thread(const guard::Call& call, const html::Url& thread,
                         const files::Intake& intake, std::string_view notice)
{
    if (intake.refused.empty()) return call.redirect(thread.text(), notice);
    return call.redirect(
        thread.text(), "tickets.attachment.some_refused",
        {{"reasons", base::shorten(refused_sentences(intake), notice_length_max)}});
}

} // namespace tickets
