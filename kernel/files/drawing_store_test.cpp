#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/files/drawing_store.hpp"
#include "kernel/files/file_store.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

using namespace files;
using tenancy::WorkspaceTransaction;

namespace
{

const base::Drawing one_arrow{{base::ShapeKind::arrow, {{0.1, 0.2}, {0.5, 0.75}}, ""}};
const base::Drawing one_note{{base::ShapeKind::words, {{0.1, 0.2}}, "2 cm"}};

/// Two workspaces with photos of objects.
struct Fixture {
    explicit Fixture(db::Engine engine) : database(test_support::fresh_database(engine)) {}

    tenancy::Context in(const std::string& slug)
    {
        tenancy::Context context{database->database(),
                                 {.id = database->database().ids().make<tenancy::WorkspaceId>(),
                                  .slug = slug,
                                  .name = slug,
                                  .preset = "support-technique",
                                  .time_zone = "Europe/Paris"},
                                 tenancy::Actor::system()};
        context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        return context;
    }
    static File a_photo(WorkspaceTransaction& tx, std::int64_t owner,
                        const std::string& kind = "drawn_thing")
    {
        const File photo{.id = tx.make_id<FileId>(),
                         .owner_kind = kind,
                         .owner_id = owner,
                         .name = "mur.jpg",
                         .type = "image/jpeg",
                         .kind = Kind::image,
                         .sha256 = std::string(64, 'a'),
                         .width = 400,
                         .height = 300};
        FileStore{tx}.insert(photo);
        return photo;
    }

    std::unique_ptr<test_support::FreshDatabase> database;
};

} // namespace

TEST_CASE_ENGINES("a drawing is kept beside its photo, one a photo, read for many objects at once")
{
    Fixture fixture{engine}; // PRJ-016
    auto vigie = fixture.in("vigie");
    auto gite = fixture.in("gite");
    vigie.write([](WorkspaceTransaction& tx) {
        const auto drawn = Fixture::a_photo(tx, 1);
        const auto other = Fixture::a_photo(tx, 2);
        const auto plain = Fixture::a_photo(tx, 2);
        CHECK(drawing_of(tx, drawn.id).version == 0);
        draw_on(tx, drawn, one_arrow, 0);
        draw_on(tx, other, one_note, 0);
        draw_on(tx, drawn, one_note, 1);
        CHECK(drawing_of(tx, drawn.id).version == 2);
        CHECK(drawing_of(tx, drawn.id).shapes == one_note);

        const auto all = drawings_of_each(tx, "drawn_thing", {1, 2, 3});
        CHECK(all.size() == 2);
        CHECK(all.at(other.id) == one_note);
        CHECK_FALSE(all.contains(plain.id));
        CHECK(drawings_of_each(tx, "another_thing", {1, 2}).empty());
        CHECK(find(tx, drawn.id)->sha256 == drawn.sha256);
    });
    gite.read([](WorkspaceTransaction& tx) {
        CHECK(drawings_of_each(tx, "drawn_thing", {1, 2}).empty());
    });
}

TEST_CASE_ENGINES(
    "who did not see the last drawing replaces nothing, also after all was rubbed out")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    const auto photo =
        context.write([](WorkspaceTransaction& tx) { return Fixture::a_photo(tx, 1); });
    const auto draw = [&](const base::Drawing& drawing, std::int64_t seen) {
        context.write([&](WorkspaceTransaction& tx) { draw_on(tx, photo, drawing, seen); });
    };
    draw(one_arrow, 0);
    CHECK_THROWS_AS(draw(one_note, 0), base::Refusal);
    CHECK_THROWS_AS(draw(one_note, 7), base::Refusal);
    draw({}, 1);
    CHECK_THROWS_AS(draw(one_note, 1), base::Refusal);
    context.read([&](WorkspaceTransaction& tx) {
        CHECK(drawing_of(tx, photo.id).shapes.empty());
        CHECK(drawing_of(tx, photo.id).version == 2);
    });
}

TEST_CASE_ENGINES("a stored drawing that cannot be read is none, and is drawn over")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    context.write([](WorkspaceTransaction& tx) {
        const auto photo = Fixture::a_photo(tx, 1);
        REQUIRE(DrawingStore{tx}.save(
            {.file_id = photo.id, .shapes = R"([{"kind":"star"}])", .drawn_at = base::now()}));
        CHECK(drawings_of_each(tx, "drawn_thing", {1}).at(photo.id).empty());
        CHECK(drawing_of(tx, photo.id).version == 1);
        draw_on(tx, photo, one_note, 1);
        CHECK(drawing_of(tx, photo.id).shapes == one_note);
    });
}

TEST_CASE_ENGINES("what is longer than could be read again is not kept")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    context.write([](WorkspaceTransaction& tx) {
        const auto photo = Fixture::a_photo(tx, 1);
        const base::Shape line{base::ShapeKind::line,
                               std::vector<base::Point>(shape_points_max, {0.1234, 0.5678}), ""};
        CHECK_THROWS_AS(draw_on(tx, photo, base::Drawing(shapes_max, line), 0), base::Refusal);
        CHECK(drawing_of(tx, photo.id).version == 0);
    });
}

TEST_CASE_ENGINES("a drawing goes with its photo")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    context.write([](WorkspaceTransaction& tx) {
        const auto photo = Fixture::a_photo(tx, 1);
        draw_on(tx, photo, one_note, 0);
        remove(tx, photo);
        CHECK(drawing_of(tx, photo.id).version == 0);
        CHECK(drawings_of_each(tx, "drawn_thing", {1}).empty());
    });
}

TEST_CASE_ENGINES("nobody draws where no module lets anybody, nor on what is no photo")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    for (const auto* kind : {"drawn_thing", "undrawn_thing"})
        guard_with(kind, [](WorkspaceTransaction&, const File&) {});
    let_draw_with("drawn_thing", [](WorkspaceTransaction&, const File&) {});
    context.write([](WorkspaceTransaction& tx) {
        const auto photo = Fixture::a_photo(tx, 1);
        CHECK(drawable_photo(tx, photo.id).id == photo.id);
        CHECK_THROWS_AS(drawable_photo(tx, Fixture::a_photo(tx, 1, "undrawn_thing").id),
                        base::NotFound);
        auto paper = photo;
        paper.id = tx.make_id<FileId>();
        paper.kind = Kind::document;
        FileStore{tx}.insert(paper);
        CHECK_THROWS_AS(drawable_photo(tx, paper.id), base::NotFound);
    });
}
