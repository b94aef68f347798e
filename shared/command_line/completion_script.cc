// The scripts know nothing of commands and options: the program itself does, so that no script can lag behind.
#include "shared/command_line/completion_script.h"

namespace dateline::command_line {
namespace {

// bash splits words at ':' and '=' and completes only what is behind them; names match inside of words too, which is
// why several that begin otherwise than what is typed must not replace it.
constexpr std::string_view kBash = R"BASH(# Completion of @PROGRAM@ for bash.
_@FUNCTION@_complete() {
  local rest=${COMP_LINE:0:COMP_POINT} i piece before current quote='' prefix='' line text reply
  local -a words lines
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    before=${rest%%[![:space:]]*}
    rest=${rest#"$before"}
    ((i == COMP_CWORD)) && piece=$rest
    if ((i == 0)) || [[ -n $before ]]; then words+=("$piece"); else words[${#words[@]} - 1]+=$piece; fi
    rest=${rest#"$piece"}
  done
  current=${words[${#words[@]} - 1]}
  case $current in \"* | \'*) quote=${current:0:1} ;; esac
  for i in "${!words[@]}"; do
    words[i]=${words[i]//\\/}
    case ${words[i]} in
      \"*\" | \'*\') ((${#words[i]} > 1)) && words[i]=${words[i]:1:${#words[i]} - 2} ;;
      \"* | \'*) words[i]=${words[i]:1} ;;
    esac
  done
  current=${words[${#words[@]} - 1]}
  mapfile -t lines < <(@PROGRAM@ completion candidates -- "${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  case ${lines[0]} in
    files | folders)
      compopt -o filenames 2>/dev/null
      local kind=-f
      [[ ${lines[0]} == folders ]] && kind=-d
      [[ $current == --*=* ]] && current=${current#*=}
      mapfile -t COMPREPLY < <(compgen "$kind" -- "$current")
      return
      ;;
  esac
  if [[ -z $quote && $current == *[:=]* ]]; then prefix=${current%"${current##*[:=]}"}; fi
  for line in "${lines[@]:1}"; do
    text=${line%%$'\t'*}
    reply=${text#"$prefix"}
    [[ -z $quote ]] && printf -v reply %q "$reply"
    COMPREPLY+=("$reply")
    [[ $text == *[:=] ]] && compopt -o nospace 2>/dev/null
    [[ $text == "$current"* ]] || before=other
  done
  if [[ $before == other ]] && ((${#COMPREPLY[@]} > 1)); then COMPREPLY+=(' '); fi
}
complete -F _@FUNCTION@_complete @PROGRAM@
)BASH";

constexpr std::string_view kZsh = R"ZSH(#compdef @PROGRAM@
# Completion of @PROGRAM@ for zsh.
_@FUNCTION@_complete() {
  local -a lines texts shown open_texts open_shown
  local line text
  lines=("${(@f)$(@PROGRAM@ completion candidates -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case $lines[1] in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  for line in "${(@)lines[2,-1]}"; do
    [[ -n $line ]] || continue
    text=${line%%$'\t'*}
    if [[ $text == *[:=] ]]; then
      open_texts+=("$text"); open_shown+=("${line/$'\t'/  -- }")
    else
      texts+=("$text"); shown+=("${line/$'\t'/  -- }")
    fi
  done
  (( $#open_texts )) && compadd -U -S '' -l -d open_shown -a open_texts
  (( $#texts )) && compadd -U -l -d shown -a texts
}
if [[ $funcstack[1] == _@PROGRAM@ ]]; then _@FUNCTION@_complete "$@"; else compdef _@FUNCTION@_complete @PROGRAM@; fi
)ZSH";

constexpr std::string_view kFish = R"FISH(# Completion of @PROGRAM@ for fish.
function __@FUNCTION@_candidates
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (@PROGRAM@ completion candidates -- $words (string unescape -- $current; or echo -- $current) 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path $current
        case folders
            __fish_complete_directories $current
        case '*'
            test (count $lines) -gt 1; and string join \n -- $lines[2..-1]
    end
end
complete -c @PROGRAM@ -f -a '(__@FUNCTION@_candidates)'
)FISH";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

std::string completion_script(std::string_view program, std::string_view shell) {
  const std::string_view script = shell == "bash"   ? kBash
                                  : shell == "zsh"  ? kZsh
                                  : shell == "fish" ? kFish
                                                    : std::string_view();
  const std::string function = replaced(std::string(program), "-", "_");
  return replaced(replaced(std::string(script), "@PROGRAM@", program), "@FUNCTION@", function);
}

}  // namespace dateline::command_line
