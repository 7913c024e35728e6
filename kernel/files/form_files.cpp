#include "kernel/files/form_files.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace files
{
namespace
{

constexpr std::size_t said_max = 300; // code points

std::string cut(std::string_view typed)
{
    return base::shorten(base::trim(typed), said_max - 1);
}

std::string at(const std::vector<std::string_view>& typed, std::size_t position)
{
    return position < typed.size() ? cut(typed[position]) : std::string{};
}

} // namespace

std::vector<Offered> offered_by(guard::Call& call)
{
    auto offered = offered_in(call.request(), "files");
    for (const auto& [upload, content] :
         finished_uploads(call.context(), call.request().form.every("uploads")))
        offered.push_back(
            {.name = upload.name, .content = content, .bytes = upload.bytes, .upload = upload.id});
    return offered;
}

Intake only_photos(Intake intake)
{
    const auto others = std::ranges::stable_partition(
        intake.taken, [](const Taken& taken) { return taken.content.kind == Kind::image; });
    for (const auto& taken : others)
        intake.refused.push_back(
            {.name = taken.name, .reason = "files.refusal.not_a_photo", .value = {}});
    intake.taken.erase(others.begin(), others.end());
    return intake;
}

Sayings said_of(const http::Request& request, const std::vector<Offered>& offered)
{
    const auto& form = request.form;
    const auto captions = form.every("captions");
    const auto alternatives = form.every("alternatives");
    Sayings said;
    std::size_t position = 0;
    for (const auto& file : offered) {
        if (file.upload) {
            const auto id = file.upload.text();
            said[file.content] = {cut(form.get("caption_" + id)),
                                  cut(form.get("alternative_" + id))};
        } else {
            said[file.content] = {at(captions, position), at(alternatives, position)};
            ++position;
        }
    }
    return said;
}

void attach_described(tenancy::WorkspaceTransaction& tx, const Owner& owner, const Intake& intake,
                      const Sayings& said)
{
    const auto attached = attach(tx, owner, intake);
    for (std::size_t i = 0; i < attached.size(); ++i) {
        const auto found = said.find(intake.taken[i].path);
        if (found == said.end()) continue;
        const auto& [caption, alternative] = found->second;
        if (!caption.empty() || !alternative.empty())
            describe_file(tx, attached[i], caption, alternative);
    }
}

std::string refused_sentences(const Intake& intake)
{
    std::vector<std::string> sentences;
    for (const auto& refused : intake.refused)
        sentences.push_back(sentence(refused));
    return base::join(sentences, " ");
}

} // namespace files
