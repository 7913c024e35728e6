#include "modules/accounting/safe_client.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/s3_client.hpp"
#include "kernel/files/written_file.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "modules/accounting/services.hpp"

#include <array>
#include <stdexcept>

namespace accounting
{
namespace
{

using files::S3Answer;

constexpr std::chrono::seconds silence_max{20};
constexpr long not_found = 404;
constexpr long forbidden = 403;
constexpr std::size_t code_length_max = 60;

bool is_success(const S3Answer& answer)
{
    return answer.status >= 200 && answer.status < 300;
}

std::string code_in(std::string_view body)
{
    constexpr std::string_view begin = "<Code>";
    const auto at = body.find(begin);
    if (at == std::string_view::npos) return {};
    const auto rest = body.substr(at + begin.size(), code_length_max);
    return std::string{rest.substr(0, rest.find('<'))};
}

SafeFailure failure_of(const S3Answer& answer)
{
    return {.status = answer.status, .code = code_in(answer.body)};
}

/// An answer without a status where none came: why is for the log.
S3Answer asked(const files::S3Place& place, const files::S3Request& request)
{
    try {
        return files::ask(place, request);
    } catch (const std::runtime_error& cause) {
        logs::warn("accounting.safe_silent", {{"cause", cause.what()}});
        return {};
    }
}

} // namespace

std::string sentence_of(const SafeFailure& failure)
{
    struct Known {
        std::string_view code;
        const char* key;
    };
    constexpr std::array known{
        Known{"InvalidAccessKeyId", "accounting.safe.error.key"},
        Known{"SignatureDoesNotMatch", "accounting.safe.error.secret"},
        Known{"NoSuchBucket", "accounting.safe.error.bucket"},
        Known{"AuthorizationHeaderMalformed", "accounting.safe.error.region"},
        Known{"RequestTimeTooSkewed", "accounting.safe.error.clock"},
        Known{"QuotaExceeded", "accounting.safe.error.full"}};
    if (failure.is_altered) return i18n::t("accounting.safe.error.altered");
    if (failure.status == 0) return i18n::t("accounting.safe.error.silent");
    for (const auto& one : known)
        if (failure.code == one.code) return i18n::t(one.key);
    if (failure.status == forbidden) return i18n::t("accounting.safe.error.forbidden");
    const auto words =
        std::to_string(failure.status) + (failure.code.empty() ? "" : " " + failure.code);
    return i18n::t("accounting.safe.error.unknown", {{"words", words}});
}

SafeClient::SafeClient(const Safe& safe, std::string secret)
    : place_{.origin = safe.address,
             .host = safe.address.substr(safe.address.find("//") + 2),
             .bucket = safe.bucket,
             .key = {.access_key = safe.access_name,
                     .secret = std::move(secret),
                     .session_token = {},
                     .region = safe.region},
             .reach = services().reach == ServiceReach::loopback_too ? files::S3Reach::anywhere
                                                                     : files::S3Reach::public_only,
             .silence_max = silence_max}
{
}

std::variant<SafeSeen, SafeFailure> SafeClient::keep(const std::string& name,
                                                     const Bytes& bytes) const
{
    const auto look = [&] { return asked(place_, {.method = "HEAD", .key = name}); };
    const auto is_whole = [&](const S3Answer& seen) {
        return is_success(seen) && seen.bytes == bytes.size;
    };
    if (const auto there = look(); is_whole(there))
        return SafeSeen{.bytes = there.bytes, .etag = there.etag};
    else if (there.status == 0)
        return SafeFailure{};
    const auto sent = asked(
        place_, {.method = "PUT", .key = name, .send = bytes.file, .payload_hash = bytes.sha256});
    if (!is_success(sent)) return failure_of(sent);
    const auto seen = look();
    // Who may only write is not told what is there: the answer to what was sent has to do.
    if (seen.status == forbidden) return SafeSeen{.bytes = bytes.size, .etag = sent.etag};
    if (!is_success(seen) && seen.status != not_found) return failure_of(seen);
    const bool is_other = !sent.etag.empty() && !seen.etag.empty() && sent.etag != seen.etag;
    if (!is_whole(seen) || is_other)
        return SafeFailure{.status = seen.status, .code = {}, .is_altered = true};
    return SafeSeen{.bytes = seen.bytes, .etag = seen.etag};
}

std::optional<SafeFailure> SafeClient::try_out() const
{
    const std::string name = "etabli-essai-" + base::hex(base::random_bytes(8)) + ".txt";
    const auto words = i18n::t("accounting.safe.trial_object") + "\n";
    const files::WrittenFile written{words};
    const auto sent = asked(place_, {.method = "PUT",
                                     .key = name,
                                     .send = written.path(),
                                     .payload_hash = base::hex(base::sha256(words))});
    if (!is_success(sent)) return failure_of(sent);
    const auto read = asked(place_, {.key = name});
    asked(place_, {.method = "DELETE", .key = name});
    if (!is_success(read)) return failure_of(read);
    if (read.body != words)
        return SafeFailure{.status = read.status, .code = {}, .is_altered = true};
    return {};
}

} // namespace accounting
