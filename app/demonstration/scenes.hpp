#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace demonstration
{

/// What a client photographs.
enum class Scene { camera, screen, keypad, cabinet, door };

/// The picture that goes with a story; nothing for most.
std::optional<Scene> scene_of(std::string_view story);
/// A PNG, the same at each call.
std::string draw(Scene scene);
/// "camera".
std::string_view name_of(Scene scene);

} // namespace demonstration
