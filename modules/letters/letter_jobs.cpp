#include "modules/letters/letter_jobs.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_mails.hpp"
#include "modules/letters/letter_paper.hpp"

#include <stdexcept>

namespace letters
{
namespace
{

using tenancy::WorkspaceTransaction;

struct Waiting {
    Letter letter;
    std::vector<Issue> issues;
};

Waiting waiting_of(tenancy::Context& context, LetterId id)
{
    return context.read([&](WorkspaceTransaction& tx) {
        LetterStore store{tx};
        Waiting waiting;
        if (const auto letter = store.find(id)) waiting = {*letter, store.issues(id)};
        std::erase_if(waiting.issues, [](const Issue& one) {
            return one.file_id.has_value() || one.forgotten_at.has_value();
        });
        return waiting;
    });
}

void keep(WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
          const files::KeptPdf& pdf)
{
    LetterStore store{tx};
    const auto now = store.find_issue(letter.id, issue.issue);
    if (!now || now->file_id || now->forgotten_at) return;
    const auto file =
        pdf.attach(tx, {.kind = letter_files, .id = letter.id.value, .part = issue.issue});
    if (!store.set_file(issue, file.value, pdf.sha256()))
        throw std::runtime_error("a letter has its paper already");
    if (!issue.to_email.empty()) mail_issue(tx, letter, issue, file);
    touch_letter(tx, letter.id);
}

} // namespace

void run_issue(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = LetterId::parse(job.payload);
    if (!id) throw std::runtime_error("not a letter: job " + job.id.text());
    const auto waiting = waiting_of(context, *id);
    for (const auto& issue : waiting.issues) {
        const auto bytes =
            documents::pdf_of(document_of(context, paper_from(issue.paper), issue.sent_at));
        const files::KeptPdf pdf{context.workspace().id, waiting.letter.number, bytes};
        context.write([&](WorkspaceTransaction& tx) { keep(tx, waiting.letter, issue, pdf); });
    }
}

void guard_paper(WorkspaceTransaction& /*tx*/, const files::File& /*file*/)
{
    throw base::NotFound{};
}

} // namespace letters
