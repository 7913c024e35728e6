#include "modules/signatures/evidence_check.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/bundle.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/secrets/sealed_statement.hpp"
#include "modules/signatures/evidence.hpp"
#include "modules/signatures/signed_paper.hpp"
#include "modules/signatures/statement.hpp"

#include <algorithm>
#include <optional>

namespace signatures
{
namespace
{

using i18n::t;

std::string plain(std::string_view fingerprint)
{
    return base::lower_ascii(base::replace_all(std::string{fingerprint}, ":", ""));
}

/// One verification: each file by itself, then together.
class Examination
{
  public:
    explicit Examination(std::string_view fingerprint) : expected_(plain(fingerprint)) {}

    void look_at(const Handed& file)
    {
        file.bytes.starts_with("%PDF") ? look_at_pdf(file)
                                       : look_at_statement(file.name, file.bytes);
    }

    Verdict verdict()
    {
        check_together();
        tell();
        const auto* const last = is_well_ ? "signatures.check.holds" : "signatures.check.broken";
        lines_.push_back(t(last));
        return {.holds = is_well_, .lines = std::move(lines_)};
    }

  private:
    struct SignedPaper {
        std::string name;
        std::string sha256;
        std::optional<std::string> shown; ///< SHA-256 of what it encloses
    };

    void say(bool is_well, const char* key, const base::Params& params)
    {
        is_well_ = is_well_ && is_well;
        lines_.push_back((is_well ? "ok   " : "NON  ") + t(key, params));
    }

    void look_at_pdf(const Handed& file)
    {
        const auto seal = documents::seal_of(file.bytes);
        say(seal.has_value(), seal ? "signatures.check.sealed" : "signatures.check.unsealed",
            {{"file", file.name}, {"when", seal ? base::iso(seal->at) : std::string{}}});
        if (!seal) return;
        check_key(file.name, seal->fingerprint);
        if (const auto inside = documents::attachment_in(file.bytes, statement_name)) {
            look_at_statement(file.name + " › " + statement_name, *inside);
            return;
        }
        SignedPaper paper{
            .name = file.name, .sha256 = base::hex(base::sha256(file.bytes)), .shown = {}};
        if (const auto shown = documents::attachment_in(file.bytes, shown_name))
            paper.shown = base::hex(base::sha256(*shown));
        papers_.push_back(std::move(paper));
    }

    void look_at_statement(const std::string& name, std::string_view bytes)
    {
        const auto read = secrets::statement_in(bytes);
        const auto told = read ? told_in(read->json) : std::nullopt;
        say(told.has_value(), told ? "signatures.check.statement" : "signatures.check.no_statement",
            {{"file", name}});
        if (!told) return;
        check_key(name, secrets::fingerprint_of(read->certificate));
        if (statement_.empty()) {
            statement_ = read->json;
            told_ = *told;
        } else if (statement_ != read->json) {
            say(false, "signatures.check.other_statement", {{"file", name}});
        }
    }

    void check_key(const std::string& name, const std::string& fingerprint)
    {
        if (found_.empty()) found_ = fingerprint;
        const bool is_same =
            found_ == fingerprint && (expected_.empty() || expected_ == fingerprint);
        if (!is_same) say(false, "signatures.check.other_key", {{"file", name}});
    }

    void check_together()
    {
        for (const auto& paper : papers_) {
            if (!told_) {
                lines_.push_back("     " + t("signatures.check.alone", {{"file", paper.name}}));
                continue;
            }
            say(paper.sha256 == told_->signed_sha256,
                paper.sha256 == told_->signed_sha256 ? "signatures.check.signed_same"
                                                     : "signatures.check.signed_other",
                {{"file", paper.name}});
            const bool is_shown = paper.shown == told_->shown_sha256;
            say(is_shown, is_shown ? "signatures.check.shown_same" : "signatures.check.shown_other",
                {{"file", paper.name}});
        }
        if (found_.empty()) is_well_ = false;
    }

    void tell()
    {
        if (!found_.empty())
            lines_.push_back(
                t(expected_.empty() ? "signatures.check.compare" : "signatures.check.fingerprint",
                  {{"fingerprint", secrets::readable_fingerprint(found_)}}));
        if (!told_ || !is_well_) return;
        lines_.push_back(t("signatures.check.told", {{"name", told_->signer},
                                                     {"title", told_->title},
                                                     {"business", told_->business},
                                                     {"when", told_->signed_at},
                                                     {"zone", told_->time_zone},
                                                     {"how", t("signatures.method." + method())}}));
        if (!told_->code_sent_to.empty())
            lines_.push_back(t("signatures.check.code", {{"email", told_->code_sent_to}}));
        if (!told_->recorded_by.empty())
            lines_.push_back(t("signatures.check.recorded", {{"name", told_->recorded_by}}));
        lines_.push_back(t("signatures.check.shown", {{"hash", told_->shown_sha256}}));
    }

    /// A name we know: the statement of a later release may say another.
    std::string method() const
    {
        for (const char* known : {"drawing", "image", "workshop_scan"})
            if (told_->method == known) return known;
        return "typed_name";
    }

    std::string expected_;
    std::string found_;
    std::string statement_;
    std::optional<Told> told_;
    std::vector<SignedPaper> papers_;
    std::vector<std::string> lines_;
    bool is_well_ = true;
};

} // namespace

Verdict judge(const std::vector<Handed>& files, std::string_view fingerprint)
{
    Examination examination{fingerprint};
    for (const auto& file : files)
        examination.look_at(file);
    return examination.verdict();
}

} // namespace signatures
