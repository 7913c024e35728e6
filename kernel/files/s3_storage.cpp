#include "kernel/files/s3_storage.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/s3_client.hpp"

#include <stdexcept>

namespace files
{
namespace
{

constexpr int link_seconds = 600;
constexpr int pages_max = 10'000; // of 1 000 keys, in a workspace that is thrown away
constexpr std::size_t chance_bytes = 8;

bool is_success(long status)
{
    return status >= 200 && status < 300;
}

void check(const S3Answer& answer, std::string_view what)
{
    if (!is_success(answer.status))
        throw std::runtime_error("storage: " + std::string{what} + " answers " +
                                 std::to_string(answer.status));
}

std::vector<std::string> keys_in(std::string_view list)
{
    constexpr std::string_view begin = "<Key>";
    std::vector<std::string> keys;
    for (auto at = list.find(begin); at != std::string_view::npos; at = list.find(begin, at)) {
        at += begin.size();
        keys.emplace_back(list.substr(at, list.find('<', at) - at));
    }
    return keys;
}

class S3Storage final : public Storage
{
  public:
    S3Storage(S3Place place, std::filesystem::path folder)
        : place_(std::move(place)), folder_(std::move(folder))
    {
    }

    void put(const Blob& blob, const std::filesystem::path& source) override
    {
        check(
            ask(place_,
                {.method = "PUT", .key = blob.path(), .send = source, .payload_hash = blob.sha256}),
            "PUT");
    }

    LocalCopy fetch(const Blob& blob) override
    {
        const auto remove = [](const std::filesystem::path* made) {
            std::error_code ignored;
            std::filesystem::remove(*made, ignored);
            std::default_delete<const std::filesystem::path>{}(made);
        };
        auto made = std::make_unique<const std::filesystem::path>(
            folder_ / ("fetch-" + base::hex(base::random_bytes(chance_bytes))));
        const LocalCopy copy{made.release(), remove};
        const auto answer = ask(place_, {.key = blob.path(), .receive = *copy});
        if (answer.status == 404) throw base::NotFound{};
        check(answer, "GET");
        if (sha256_of(*copy) != blob.sha256)
            throw std::runtime_error("storage: other bytes than were kept");
        return copy;
    }

    http::Response answer(const Blob& blob, std::uint64_t /*size*/, const Headers& headers) override
    {
        const SignedRequest request{.path = "/" + place_.bucket + "/" + blob.path(),
                                    .query = {{"response-content-disposition", headers.disposition},
                                              {"response-content-type", headers.type}},
                                    .headers = {{"host", place_.host}},
                                    .payload_hash = unsigned_payload};
        http::Response response;
        response.status = 302;
        response.headers.set(
            "Location",
            place_.origin + presigned_target(request, place_.key, base::real_now(), link_seconds));
        return response;
    }

    void remove(const Blob& blob) override { remove(blob.path()); }

    void remove_all(tenancy::WorkspaceId workspace) override
    {
        for (int page = 0; page < pages_max; ++page) {
            const auto list = ask(
                place_, {.key = "",
                         .query = {{"list-type", "2"}, {"prefix", "w" + workspace.text() + "/"}}});
            check(list, "list");
            const auto keys = keys_in(list.body);
            if (keys.empty()) return;
            for (const auto& key : keys)
                remove(key);
        }
    }

  private:
    void remove(const std::string& key)
    {
        check(ask(place_, {.method = "DELETE", .key = key}), "DELETE");
    }

    S3Place place_;
    std::filesystem::path folder_;
};

} // namespace

std::unique_ptr<Storage> s3_storage(S3Place place, std::filesystem::path folder)
{
    std::filesystem::create_directories(folder);
    return std::make_unique<S3Storage>(std::move(place), std::move(folder));
}

} // namespace files
