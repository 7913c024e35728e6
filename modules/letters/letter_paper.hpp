#pragma once

#include "kernel/documents/documents.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/letters/letter.hpp"
#include "modules/letters/model.hpp"

namespace letters
{

/// All that the paper of a letter says, with every variable filled: kept with what left.
struct LetterPaper {
    std::string title; ///< also of the file
    std::string dates; ///< below it: number and day
    std::string look;  ///< templates::frozen, its words filled
    std::vector<std::string> from;
    std::string to_label;
    std::vector<std::string> to;
    std::string foot;
    std::string siret;
    std::string legal; ///< in the foot of each page whatever the look says
    Content content;
};
BOOST_DESCRIBE_STRUCT(LetterPaper, (),
                      (title, dates, look, from, to_label, to, foot, siret, legal, content))

std::string written(const LetterPaper& paper);
LetterPaper paper_from(std::string_view json);

/// What is written to a client: of a letter, or of a model with somebody as an example.
struct Addressed {
    LetterKind kind = LetterKind::letter;
    std::string number;
    std::string title;
    tenancy::ClientId client; ///< zero: somebody who never was
    std::optional<projects::ProjectId> project{};
    Content content;
};
/// As the settings, the look of its kind and the client's record are today. Throws base::NotFound
/// for a client or a project that is not of the workspace.
LetterPaper paper_of(tenancy::WorkspaceTransaction& tx, const Addressed& letter, base::Date today);

/// Its PDF is drawn from this: the same paper at the same instant gives the same bytes, as long as
/// the business keeps its name, its logo and its colour.
documents::Document document_of(const tenancy::Context& context, const LetterPaper& paper,
                                base::Instant made_at);

} // namespace letters
