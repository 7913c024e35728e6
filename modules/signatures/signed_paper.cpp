#include "modules/signatures/signed_paper.hpp"

#include "kernel/documents/bundle.hpp"
#include "kernel/documents/documents.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace signatures
{
namespace
{

using documents::Attachment;
using i18n::t;

std::string mention_of(const Signing& signing, const std::string& moment)
{
    const auto& signature = signing.signature;
    if (signature.method == Method::workshop_scan)
        return t(
            "signatures.paper.recorded",
            {{"when", moment}, {"name", signature.signer_name}, {"author", signing.recorded_by}});
    return t("signatures.paper.signed", {{"when", moment}, {"name", signature.signer_name}});
}

documents::Facts facts_of(const Signature& signature)
{
    documents::Facts facts{{{t("signatures.fact.document"), signature.title},
                            {t("signatures.fact.signer"), signature.signer_name},
                            {t("signatures.fact.method"), method_words(signature.method)},
                            {t("signatures.fact.email"), signature.signer_email}}};
    if (!signature.code_sent_to.empty())
        facts.facts.push_back({t("signatures.fact.code"),
                               t("signatures.paper.code", {{"email", signature.code_sent_to}})});
    std::erase_if(facts.facts, [](const auto& fact) { return fact.value.empty(); });
    return facts;
}

documents::Document last_page(const tenancy::Context& context, const Signing& signing)
{
    const auto& signature = signing.signature;
    const auto& mark = signing.mark;
    const auto moment = moment_of(signature.signed_at, context.workspace().time_zone);
    documents::Document page{.title = t("signatures.paper.title"),
                             .subtitle = signature.title,
                             .from = documents::letterhead_of(context),
                             .colour = documents::paper_colour(context.workspace()),
                             .foot = t("signatures.paper.foot"),
                             .made_at = signature.signed_at};
    page.body = {
        facts_of(signature),
        documents::Heading{t("signatures.paper.mark")},
        documents::SignatureMark{.drawn = mark.drawn,
                                 .jpeg = mark.jpeg,
                                 .width = mark.width,
                                 .height = mark.height,
                                 .name = signature.signer_name,
                                 .caption = mention_of(signing, moment)},
        documents::Heading{t("signatures.paper.proof")},
        documents::Paragraph{t("signatures.paper.hash", {{"hash", signature.shown_sha256}})},
        documents::Paragraph{t("signatures.paper.enclosed", {{"file", shown_name}})}};
    return page;
}

std::vector<Attachment> attachments_of(const Signing& signing)
{
    std::vector<Attachment> attachments{{.name = shown_name,
                                         .media_type = "application/pdf",
                                         .description = t("signatures.paper.shown"),
                                         .relationship = documents::Relationship::source,
                                         .bytes = signing.shown.pdf}};
    if (signing.mark.method != Method::workshop_scan) return attachments;
    const auto& scan = signing.mark.files.taken.front();
    const files::FileBytes bytes{scan.path};
    attachments.push_back({.name = "scan." + scan.content.extensions.front(),
                           .media_type = scan.content.type,
                           .description = t("signatures.paper.scan"),
                           .relationship = documents::Relationship::source,
                           .bytes = bytes.read(0, bytes.size())});
    return attachments;
}

} // namespace

std::string signed_pdf(const tenancy::Context& context, const secrets::CertifiedKey& key,
                       const Signing& signing)
{
    const auto page = documents::pdf_of(last_page(context, signing));
    const auto whole = documents::bundled({.paper = signing.shown.pdf,
                                           .last_pages = page,
                                           .attachments = attachments_of(signing),
                                           .at = signing.signature.signed_at});
    return documents::sealed(whole, key,
                             {.name = context.workspace().name,
                              .reason = t("signatures.paper.title"),
                              .at = signing.signature.signed_at});
}

std::string moment_of(base::Instant at, const std::string& zone)
{
    return t("signatures.moment",
             {{"when", i18n::date_and_time(at, zone)}, {"zone", zone}, {"utc", base::iso(at)}});
}

std::string method_words(Method method)
{
    return t("signatures.method." + std::string{forms::enum_name(method)});
}

} // namespace signatures
