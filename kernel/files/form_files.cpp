#include "kernel/files/form_files.hpp"

#include "kernel/base/text.hpp"

namespace files
{

std::vector<Offered> offered_by(guard::Call& call)
{
    auto offered = offered_in(call.request(), "files");
    for (const auto& [upload, content] :
         finished_uploads(call.context(), call.request().form.every("uploads")))
        offered.push_back(
            {.name = upload.name, .content = content, .bytes = upload.bytes, .upload = upload.id});
    return offered;
}

std::string refused_sentences(const Intake& intake)
{
    std::vector<std::string> sentences;
    for (const auto& refused : intake.refused)
        sentences.push_back(sentence(refused));
    return base::join(sentences, " ");
}

} // namespace files
