#include "kernel/base/text.hpp"
#include "kernel/files/s3_client.hpp"
#include "tests/support/simulated_s3.hpp"

#include <doctest.h>

#include <fstream>
#include <stdexcept>

using test_support::SimulatedS3;

namespace
{

files::S3Place place_at(const SimulatedS3& service)
{
    return {.origin = service.address(),
            .host = service.address().substr(std::string{"http://"}.size()),
            .bucket = SimulatedS3::bucket,
            .key = {.access_key = SimulatedS3::access_key,
                    .secret = SimulatedS3::secret,
                    .session_token = {},
                    .region = SimulatedS3::region}};
}

files::S3Answer put(const files::S3Place& place, const std::string& key, const std::string& bytes)
{
    const test_support::TemporaryFolder folder;
    const auto file = folder.path() / "source";
    std::ofstream{file, std::ios::binary} << bytes;
    return files::ask(place, {.method = "PUT",
                              .key = key,
                              .send = file,
                              .payload_hash = base::hex(base::sha256(bytes))});
}

} // namespace

TEST_CASE("a service that judges signatures refuses another secret, key, region or body")
{ // API-017
    SimulatedS3 service;
    auto place = place_at(service);
    place.key.secret = "un autre";
    CHECK(put(place, "a.txt", "un").status == 403);
    place = place_at(service);
    place.key.access_key = "AUTRE";
    CHECK(put(place, "a.txt", "un").status == 403);
    place = place_at(service);
    place.key.region = "us-east-1";
    CHECK(put(place, "a.txt", "un").status == 403);
    CHECK(files::ask(place_at(service), {.method = "PUT", .key = "a.txt"}).status == 200);
    CHECK(service.objects.at("a.txt").empty());
}

TEST_CASE("what is put is there: its length and its mark are told, without its bytes")
{ // API-017
    SimulatedS3 service;
    const auto place = place_at(service);
    const auto key = std::string{"2026-10/écritures & ventes.csv"};
    CHECK(files::ask(place, {.method = "HEAD", .key = key}).status == 404);
    const auto kept = put(place, key, "un;deux");
    CHECK(kept.status == 200);
    const auto seen = files::ask(place, {.method = "HEAD", .key = key});
    CHECK(seen.status == 200);
    CHECK(seen.bytes == 7);
    CHECK(seen.etag == kept.etag);
    CHECK(seen.etag.size() == 32);
    CHECK(seen.body.empty());
}

TEST_CASE("a place that a workspace gave may not be on this machine or its networks")
{ // SSRF
    SimulatedS3 service;
    auto place = place_at(service);
    place.reach = files::S3Reach::public_only;
    CHECK_THROWS_AS(files::ask(place, {.key = "a.txt"}), std::runtime_error);
    CHECK_THROWS_AS(put(place, "a.txt", "un"), std::runtime_error);
    CHECK(service.puts.empty());
}
