#include "modules/letters/opened_letter_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/signatures/signatures.hpp"

namespace letters
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

files::File file_of(const Call& call, const Issue& issue)
{
    if (!issue.file_id)
        throw base::Refusal{"letters.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
    return call.context().read([&](WorkspaceTransaction& tx) {
        auto found = files::find(tx, files::FileId{*issue.file_id});
        if (!found) throw base::NotFound{};
        return *found;
    });
}

} // namespace

OpenedLetter opened(Call& call)
{
    const auto id = call.path_id<LetterId>("letter");
    return call.context().read([&](WorkspaceTransaction& tx) {
        OpenedLetter open{.letter = letter_by_id(tx, id)};
        open.client_name = crm::client(tx, open.letter.client_id).name;
        open.issues = LetterStore{tx}.issues(id);
        return open;
    });
}

documents::Document paper_of(const Call& call, const Letter& letter, const std::string& title,
                             const Content& content)
{
    const auto& context = call.context();
    const auto paper = context.read([&](WorkspaceTransaction& tx) {
        Addressed addressed{.kind = letter.kind,
                            .number = letter.number,
                            .title = title,
                            .client = letter.client_id,
                            .content = content};
        if (letter.project_id) addressed.project = projects::ProjectId{*letter.project_id};
        return letters::paper_of(tx, addressed, context.today());
    });
    return document_of(context, paper, context.now());
}

http::Response kept_paper(const Call& call, const Letter& letter, std::int64_t number)
{
    const auto& context = call.context();
    const auto issue = context.read([&](WorkspaceTransaction& tx) {
        auto found = LetterStore{tx}.find_issue(letter.id, number);
        if (!found) throw base::NotFound{};
        return *found;
    });
    const auto signature = context.read([&](WorkspaceTransaction& tx) {
        return signatures::find_signature(tx, letter_files, letter.id.value, number);
    });
    if (signature) return signatures::signed_paper(context, *signature);
    return files::serve(context.workspace().id, file_of(call, issue));
}

std::string drawn_again(const Call& call, const Issue& issue)
{
    if (!issue.file_id)
        throw base::Refusal{"letters.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
    return documents::pdf_of(document_of(call.context(), paper_from(issue.paper), issue.sent_at));
}

} // namespace letters
