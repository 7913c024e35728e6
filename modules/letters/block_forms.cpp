#include "modules/letters/block_forms.hpp"

#include "modules/letters/block_reading.hpp"

#include <algorithm>

namespace letters
{
namespace
{

constexpr int key_max = 999'999;
constexpr int usual_space = 12;
constexpr int usual_logo_side = 64;
constexpr int usual_percent = 50;

struct Place {
    int key = 0;
    std::string_view field;
};

std::optional<int> key_in(std::string_view text)
{
    const auto key = number_in(text);
    return key && *key >= 1 && *key <= key_max ? key : std::nullopt;
}

std::optional<Place> place_in(std::string_view name)
{
    const auto point = name.find('.');
    if (!name.starts_with('b') || point == std::string_view::npos) return {};
    const auto key = key_in(name.substr(1, point - 1));
    if (!key) return {};
    return Place{*key, name.substr(point + 1)};
}

std::optional<int> move_beside(TypedBlocks& typed, std::string_view what, std::size_t shift)
{
    const auto dash = std::min(what.find('-'), what.size());
    auto* const moved = typed.find(key_in(what.substr(0, dash)).value_or(0));
    const auto goal = key_in(what.substr(std::min(dash + 1, what.size()))).value_or(0);
    if (moved == nullptr || typed.find(goal) == nullptr || moved->key == goal) return {};
    const auto block = *moved;
    typed.blocks.erase(typed.blocks.begin() + (moved - typed.blocks.data()));
    const auto beside = typed.find(goal) - typed.blocks.data();
    typed.blocks.insert(typed.blocks.begin() + beside + static_cast<std::ptrdiff_t>(shift), block);
    return block.key;
}

std::optional<int> add_block(TypedBlocks& typed, std::string_view what)
{
    BlockKind kind{};
    if (forms::FieldType<BlockKind>::read({what}, kind)) return {};
    if (typed.blocks.size() >= blocks_read_max) return {};
    typed.blocks.push_back(blank_block(kind, typed.next_key()));
    return typed.blocks.back().key;
}

} // namespace

bool TypedBlocks::is_valid() const
{
    return std::ranges::all_of(blocks, [](const auto& one) { return one.errors.empty(); });
}

int TypedBlocks::next_key() const
{
    int last = 0;
    for (const auto& one : blocks)
        last = std::max(last, one.key);
    return last + 1;
}

TypedBlock* TypedBlocks::find(int key)
{
    const auto found = std::ranges::find(blocks, key, &TypedBlock::key);
    return found == blocks.end() ? nullptr : &*found;
}

std::string block_field(int key, std::string_view field)
{
    return "b" + std::to_string(key) + "." + std::string{field};
}

TypedBlocks read_blocks(const forms::Typed& typed)
{
    std::vector<std::pair<int, TypedTexts>> found;
    std::map<int, std::size_t> places;
    for (const auto& [name, value] : typed) {
        const auto place = place_in(name);
        if (!place) continue;
        const auto [at, is_new] = places.emplace(place->key, found.size());
        if (is_new && found.size() == blocks_read_max) break;
        if (is_new) found.push_back({place->key, {}});
        found[at->second].second.emplace(place->field, value);
    }
    TypedBlocks read;
    for (const auto& [key, texts] : found)
        read.blocks.push_back(read_block(key, texts));
    return read;
}

TypedBlocks typed_blocks(const std::vector<Block>& blocks)
{
    TypedBlocks typed;
    for (const auto& block : blocks) {
        TypedBlock one;
        one.key = typed.next_key();
        one.block = block;
        one.size = std::to_string(block.size);
        typed.blocks.push_back(std::move(one));
    }
    return typed;
}

TypedBlock blank_block(BlockKind kind, int key)
{
    TypedBlock typed;
    typed.key = key;
    typed.block.kind = kind;
    if (kind == BlockKind::space) typed.block.size = usual_space;
    if (kind == BlockKind::logo) typed.block.size = usual_logo_side;
    if (kind == BlockKind::picture) typed.block.size = usual_percent;
    if (kind == BlockKind::heading) typed.block.hue = BlockHue::brand;
    if (kind == BlockKind::separator) typed.block.hue = BlockHue::quiet;
    typed.size = std::to_string(typed.block.size);
    return typed;
}

std::vector<Block> blocks_of(const TypedBlocks& typed)
{
    std::vector<Block> blocks;
    for (const auto& one : typed.blocks)
        blocks.push_back(one.block);
    return blocks;
}

std::optional<int> apply_step(TypedBlocks& typed, std::string_view step)
{
    const auto dash = std::min(step.find('-'), step.size());
    const auto verb = step.substr(0, dash);
    const auto what = step.substr(std::min(dash + 1, step.size()));
    if (verb == "add") return add_block(typed, what);
    if (verb == "before") return move_beside(typed, what, 0);
    if (verb == "after") return move_beside(typed, what, 1);
    auto* const block = typed.find(key_in(what).value_or(0));
    if (block == nullptr) return {};
    const auto key = block->key;
    const auto at = typed.blocks.begin() + (block - typed.blocks.data());
    if (verb == "up" && at != typed.blocks.begin()) std::iter_swap(at, at - 1);
    if (verb == "down" && at + 1 != typed.blocks.end()) std::iter_swap(at, at + 1);
    if (verb == "copy" && typed.blocks.size() < blocks_read_max) {
        auto twin = *at;
        twin.key = typed.next_key();
        typed.blocks.insert(at + 1, twin);
        return twin.key;
    }
    if (verb == "remove") {
        const auto next = typed.blocks.erase(at);
        return next == typed.blocks.end() ? 0 : next->key;
    }
    return verb == "up" || verb == "down" ? std::optional{key} : std::nullopt;
}

void show_problems(const std::vector<ContentProblem>& problems, TypedBlocks& typed,
                   forms::Errors& of_whole)
{
    for (const auto& problem : problems) {
        if (problem.block == ContentProblem::whole) {
            if (of_whole.find(problem.field) == nullptr)
                of_whole.add(problem.field, problem.key, problem.params);
            continue;
        }
        typed.blocks.at(problem.block)
            .errors.emplace(problem.field, forms::FieldError{problem.key, problem.params});
    }
}

} // namespace letters
