#include "modules/signatures/evidence.hpp"

#include "kernel/documents/bundle.hpp"
#include "kernel/documents/documents.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signatures/signed_paper.hpp"

namespace signatures
{
namespace
{

using i18n::t;

documents::Facts facts_of(const Evidence& evidence)
{
    const auto& signature = evidence.signature;
    documents::Facts facts{
        {{t("signatures.fact.document"), signature.title},
         {t("signatures.fact.version"), std::to_string(signature.version)},
         {t("signatures.fact.signer"), signature.signer_name},
         {t("signatures.fact.email"), signature.signer_email},
         {t("signatures.fact.when"), moment_of(signature.signed_at, evidence.time_zone)},
         {t("signatures.fact.method"), method_words(signature.method)},
         {t("signatures.fact.recorded_by"), evidence.recorded_by},
         {t("signatures.fact.address"), signature.address},
         {t("signatures.fact.device"), signature.device}}};
    if (signature.code_sent_at)
        facts.facts.push_back(
            {t("signatures.fact.code"),
             t("signatures.evidence.code",
               {{"email", signature.code_sent_to},
                {"when", moment_of(*signature.code_sent_at, evidence.time_zone)}})});
    std::erase_if(facts.facts, [](const auto& fact) { return fact.value.empty(); });
    return facts;
}

documents::Document paper_of(const Evidence& evidence, const std::string& fingerprint)
{
    const auto& signature = evidence.signature;
    documents::Document paper{.title = t("signatures.evidence.title"),
                              .subtitle = signature.title,
                              .from = {.name = evidence.business},
                              .foot = t("signatures.evidence.foot"),
                              .made_at = evidence.made_at};
    using documents::Heading;
    using documents::Paragraph;
    paper.body = {facts_of(evidence),
                  Heading{t("signatures.evidence.hashes")},
                  Paragraph{t("signatures.evidence.shown", {{"hash", signature.shown_sha256}})},
                  Paragraph{t("signatures.evidence.signed", {{"hash", signature.signed_sha256}})},
                  Heading{t("signatures.evidence.seal")},
                  Paragraph{t("signatures.evidence.fingerprint",
                              {{"fingerprint", secrets::readable_fingerprint(fingerprint)}})},
                  Paragraph{t("signatures.evidence.how", {{"file", statement_name}})}};
    return paper;
}

} // namespace

std::string evidence_pdf(const Evidence& evidence, const secrets::CertifiedKey& key)
{
    const auto pages =
        documents::pdf_of(paper_of(evidence, secrets::fingerprint_of(key.certificate())));
    const auto whole =
        documents::bundled({.paper = pages,
                            .last_pages = {},
                            .attachments = {{.name = statement_name,
                                             .media_type = "application/json",
                                             .description = t("signatures.evidence.machine"),
                                             .relationship = documents::Relationship::data,
                                             .bytes = evidence.signature.statement}},
                            .at = evidence.made_at});
    return documents::sealed(whole, key,
                             {.name = evidence.business,
                              .reason = t("signatures.evidence.title"),
                              .at = evidence.made_at});
}

} // namespace signatures
