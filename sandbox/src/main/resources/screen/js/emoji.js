/** Short names of emoji as people type them, in the order in which a picker shows them. */

const TABLE = `
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 eyes 👀 white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌
negative_squared_cross_mark ❎ fire 🔥 rotating_light 🚨 pushpin 📌 round_pushpin 📍 warning ⚠️ no_entry ⛔ no_entry_sign 🚫
bell 🔔 no_bell 🔕 loudspeaker 📢 mega 📣 siren 🚨 sos 🆘 boom 💥 collision 💥 zap ⚡ bug 🐛 beetle 🪲 ambulance 🚑 fire_engine 🚒
fire_extinguisher 🧯 helmet_with_white_cross ⛑️ firefighter 🧑‍🚒 hospital 🏥 adhesive_bandage 🩹 stethoscope 🩺 syringe 💉 pager 📟
canary 🐤 baby_chick 🐤 hatching_chick 🐣 hatched_chick 🐥 bird 🐦 pick ⛏️ rock 🪨 construction 🚧 building_construction 🏗️
hammer 🔨 wrench 🔧 hammer_and_wrench 🛠️ nut_and_bolt 🔩 gear ⚙️ toolbox 🧰 screwdriver 🪛 magnet 🧲 shield 🛡️ key 🔑 lock 🔒
unlock 🔓 closed_lock_with_key 🔐 red_circle 🔴 large_red_circle 🔴 large_orange_circle 🟠 orange_circle 🟠
large_yellow_circle 🟡 yellow_circle 🟡 large_green_circle 🟢 green_circle 🟢 large_blue_circle 🔵 blue_circle 🔵
large_purple_circle 🟣 white_circle ⚪ black_circle ⚫ red_square 🟥 large_red_square 🟥 large_orange_square 🟧
large_yellow_square 🟨 large_green_square 🟩 large_blue_square 🟦 white_large_square ⬜ black_large_square ⬛
small_red_triangle 🔺 small_red_triangle_down 🔻 large_blue_diamond 🔷 large_orange_diamond 🔶
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟 hash #️⃣ 100 💯
question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ bangbang ‼️ interrobang ⁉️
information_source ℹ️ bulb 💡 mag 🔍 mag_right 🔎 microscope 🔬 telescope 🔭 test_tube 🧪 alembic ⚗️ compass 🧭
hourglass ⌛ hourglass_flowing_sand ⏳ stopwatch ⏱️ timer_clock ⏲️ alarm_clock ⏰ clock1 🕐 clock3 🕒 clock9 🕘 watch ⌚
calendar 📆 date 📅 spiral_calendar_pad 🗓️ memo 📝 pencil 📝 pencil2 ✏️ clipboard 📋 scroll 📜 page_facing_up 📄 newspaper 📰
bookmark 🔖 bookmark_tabs 📑 label 🏷️ notebook 📓 book 📖 books 📚 ledger 📒 open_file_folder 📂 file_folder 📁 card_index_dividers 🗂️
file_cabinet 🗄️ package 📦 inbox_tray 📥 outbox_tray 📤 envelope ✉️ email 📧 incoming_envelope 📨 paperclip 📎 link 🔗
speech_balloon 💬 thought_balloon 💭 left_speech_bubble 🗨️ telephone ☎️ phone ☎️ telephone_receiver 📞 iphone 📱 satellite_antenna 📡
computer 💻 desktop_computer 🖥️ keyboard ⌨️ floppy_disk 💾 cd 💿 battery 🔋 electric_plug 🔌 globe_with_meridians 🌐 earth_africa 🌍
bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 dart 🎯 checkered_flag 🏁 triangular_flag_on_post 🚩
white_flag 🏳️ crossed_flags 🎌 rocket 🚀 airplane ✈️ ship 🚢 anchor ⚓ vertical_traffic_light 🚦 traffic_light 🚥 stop_sign 🛑
octagonal_sign 🛑 arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_upper_right ↗️ arrow_lower_right ↘️
arrows_counterclockwise 🔄 repeat 🔁 rewind ⏪ fast_forward ⏩ leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ twisted_rightwards_arrows 🔀
arrow_forward ▶️ double_vertical_bar ⏸️ black_square_for_stop ⏹️ black_circle_for_record ⏺️ heavy_plus_sign ➕ heavy_minus_sign ➖
recycle ♻️ new 🆕 up 🆙 ok 🆗 free 🆓 vs 🆚 infinity ♾️
tada 🎉 confetti_ball 🎊 sparkles ✨ star ⭐ star2 🌟 dizzy 💫 trophy 🏆 medal 🏅 first_place_medal 🥇 crown 👑 gem 💎 gift 🎁 balloon 🎈
raised_hands 🙌 clap 👏 pray 🙏 wave 👋 ok_hand 👌 v ✌️ crossed_fingers 🤞 muscle 💪 point_up ☝️ point_up_2 👆 point_down 👇
point_left 👈 point_right 👉 raised_hand ✋ hand ✋ raising_hand 🙋 handshake 🤝 writing_hand ✍️ facepalm 🤦 shrug 🤷 salute 🫡 saluting_face 🫡
smile 😄 smiley 😃 grinning 😀 grin 😁 joy 😂 rofl 🤣 sweat_smile 😅 laughing 😆 wink 😉 blush 😊 slightly_smiling_face 🙂 simple_smile 🙂
upside_down_face 🙃 relieved 😌 heart_eyes 😍 sunglasses 😎 nerd_face 🤓 thinking_face 🤔 thinking 🤔 face_with_monocle 🧐 neutral_face 😐
expressionless 😑 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮 astonished 😲 flushed 😳 fearful 😨 cold_sweat 😰
cry 😢 sob 😭 scream 😱 tired_face 😫 sleeping 😴 zzz 💤 hot_face 🥵 cold_face 🥶 exploding_head 🤯 partying_face 🥳 face_with_thermometer 🤒
face_with_head_bandage 🤕 skull 💀 skull_and_crossbones ☠️ ghost 👻 robot_face 🤖 alien 👽 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔
bust_in_silhouette 👤 busts_in_silhouette 👥 detective 🕵️ sleuth_or_spy 🕵️ male-detective 🕵️ cop 👮 construction_worker 👷 technologist 🧑‍💻
scientist 🧑‍🔬 pilot 🧑‍✈️ astronaut 🧑‍🚀 ninja 🥷 superhero 🦸 mage 🧙 coffee ☕ tea 🍵 pizza 🍕 cake 🍰 beer 🍺 beers 🍻 popcorn 🍿 doughnut 🍩
apple 🍎 banana 🍌 avocado 🥑 hot_pepper 🌶️ egg 🥚 sunny ☀️ partly_sunny ⛅ cloud ☁️ rain_cloud 🌧️ thunder_cloud_and_rain ⛈️ tornado 🌪️
snowflake ❄️ umbrella ☔ ocean 🌊 droplet 💧 rainbow 🌈 volcano 🌋 crescent_moon 🌙 seedling 🌱 evergreen_tree 🌲 four_leaf_clover 🍀
cactus 🌵 mushroom 🍄 dog 🐶 cat 🐱 mouse 🐭 fox_face 🦊 bear 🐻 panda_face 🐼 penguin 🐧 owl 🦉 duck 🦆 turtle 🐢 snake 🐍 octopus 🐙
whale 🐳 fish 🐟 snail 🐌 spider 🕷️ unicorn_face 🦄 elephant 🐘 house 🏠 office 🏢 factory 🏭 classical_building 🏛️ bank 🏦
moneybag 💰 credit_card 💳 shopping_trolley 🛒 shopping_cart 🛒 scales ⚖️ bomb 💣 door 🚪 wastebasket 🗑️ broom 🧹 thread 🧵
game_die 🎲 jigsaw 🧩 musical_note 🎵 mute 🔇 sound 🔉 microphone 🎤 camera 📷 movie_camera 🎥 clapper 🎬 tv 📺 crystal_ball 🔮
`;

const byName = new Map();
const words = TABLE.trim().split(/\s+/);
for (let i = 0; i < words.length; i += 2) {
  byName.set(words[i], words[i + 1]);
}

export const INCIDENT_EMOJI = ['eyes', 'white_check_mark', 'pushpin', 'fire', 'rotating_light', '+1', 'warning', 'tada'];

/** The characters of a short name, or undefined for a name that is not in the table. */
export function emoji(name) {
  const [base] = name.split('::');
  return byName.get(base);
}

/** Names that contain what was typed, those that begin with it first. */
export function emojiLike(typed, limit = 200) {
  const text = typed.toLowerCase();
  const found = [...byName.keys()].filter((name) => name.includes(text));
  found.sort((a, b) => Number(b.startsWith(text)) - Number(a.startsWith(text)));
  const seen = new Set();
  return found.filter((name) => !seen.has(byName.get(name)) && seen.add(byName.get(name))).slice(0, limit);
}
