#include "kernel/files/s3_storage.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/s3_client.hpp"

#include <cstdlib>
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

/// What the first such element of the text holds.
std::string_view element(std::string_view text, std::string_view begin)
{
    const auto at = text.find(begin);
    if (at == std::string_view::npos) return {};
    const auto rest = text.substr(at + begin.size());
    return rest.substr(0, rest.find('<'));
}

struct S3Object {
    std::string key;
    std::int64_t bytes = 0;
    base::Instant since;
};

std::vector<S3Object> objects_in(std::string_view list)
{
    constexpr std::string_view begin = "<Contents>";
    std::vector<S3Object> objects;
    for (auto at = list.find(begin); at != std::string_view::npos; at = list.find(begin)) {
        list.remove_prefix(at + begin.size());
        const auto one = list.substr(0, list.find("</Contents>"));
        const auto since = base::parse_iso(element(one, "<LastModified>"));
        if (!since) throw std::runtime_error("storage: a list without times");
        objects.push_back({.key = std::string{element(one, "<Key>")},
                           .bytes = std::atoll(std::string{element(one, "<Size>")}.c_str()),
                           .since = *since});
    }
    return objects;
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
            const auto objects = listed({{"prefix", "w" + workspace.text() + "/"}});
            if (objects.empty()) return;
            for (const auto& object : objects)
                remove(object.key);
        }
    }

    std::vector<KeptBlob> list(tenancy::WorkspaceId workspace, const std::string& after) override
    {
        Pairs query{{"prefix", "w" + workspace.text() + "/"}};
        if (!after.empty()) query.emplace_back("start-after", Blob{workspace, after}.path());
        std::vector<KeptBlob> found;
        for (const auto& object : listed(query))
            found.push_back({.sha256 = object.key.substr(object.key.rfind('/') + 1),
                             .bytes = object.bytes,
                             .since = object.since});
        return found;
    }

    bool remove_older(const Blob& blob, base::Instant than) override
    {
        const auto objects = listed({{"prefix", blob.path()}});
        if (objects.empty() || objects.front().since >= than) return false;
        remove(blob.path());
        return true;
    }

  private:
    std::vector<S3Object> listed(Pairs query)
    {
        query.insert(query.begin(), {"list-type", "2"});
        const auto list = ask(place_, {.key = "", .query = std::move(query)});
        check(list, "list");
        return objects_in(list.body);
    }

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
