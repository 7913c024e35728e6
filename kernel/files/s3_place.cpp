#include "kernel/files/s3_storage.hpp"
#include "kernel/http/message.hpp"
#include "kernel/i18n/translate.hpp"

#include <stdexcept>

namespace files
{
namespace
{

[[noreturn]] void wrong()
{
    throw std::runtime_error(i18n::t("files.storage.wrong_url"));
}

/// The part of `rest` before `mark`, which goes; the whole of a missing mark is wrong.
std::string take_until(std::string_view& rest, char mark)
{
    const auto at = rest.find(mark);
    if (at == std::string_view::npos || at == 0) wrong();
    const auto taken = std::string{rest.substr(0, at)};
    rest.remove_prefix(at + 1);
    return taken;
}

std::string decoded(const std::string& text)
{
    return std::string{http::parse_urlencoded("v=" + text).get("v")};
}

} // namespace

S3Place read_s3_place(std::string_view url)
{
    constexpr std::string_view scheme = "s3://";
    if (!url.starts_with(scheme)) wrong();
    auto rest = url.substr(scheme.size());
    const auto question = rest.find('?');
    const auto options = http::parse_urlencoded(
        question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1));
    rest = rest.substr(0, question);

    S3Place place;
    place.key.access_key = decoded(take_until(rest, ':'));
    place.key.secret = decoded(take_until(rest, '@'));
    place.host = take_until(rest, '/');
    place.bucket = std::string{rest};
    if (place.bucket.empty() || place.bucket.find('/') != std::string::npos) wrong();
    place.key.region = options.has("region") ? std::string{options.get("region")} : "us-east-1";
    place.origin = (options.get("tls") == "off" ? "http://" : "https://") + place.host;
    return place;
}

} // namespace files
