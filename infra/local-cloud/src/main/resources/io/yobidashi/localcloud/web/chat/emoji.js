// The common emoji by their Slack names; a name that is not here stays a name.

const LISTED =
  "white_check_mark ✅,heavy_check_mark ✔️,ballot_box_with_check ☑️,x ❌,negative_squared_cross_mark ❎,no_entry ⛔,no_entry_sign 🚫," +
  "+1 👍,thumbsup 👍,-1 👎,thumbsdown 👎,ok_hand 👌,ok 🆗,pray 🙏,bow 🙇,wave 👋,clap 👏,raised_hands 🙌,raised_hand ✋,raising_hand 🙋," +
  "muscle 💪,point_right 👉,point_left 👈,point_up 👆,point_down 👇,eyes 👀,speech_balloon 💬,thought_balloon 💭,loudspeaker 📢," +
  "mega 📣,bell 🔔,no_bell 🔕,rotating_light 🚨,warning ⚠️,exclamation ❗,heavy_exclamation_mark ❗,question ❓,information_source ℹ️," +
  "hourglass ⌛,hourglass_flowing_sand ⏳,stopwatch ⏱️,timer_clock ⏲️,alarm_clock ⏰,clock3 🕒,calendar 📅,date 📅," +
  "runner 🏃,running 🏃,walking 🚶,man-running 🏃,woman-running 🏃,zzz 💤,sleeping 😴,coffee ☕,phone 📞,telephone_receiver 📞,iphone 📱," +
  "smile 😄,slightly_smiling_face 🙂,grinning 😀,joy 😂,sweat_smile 😅,wink 😉,thinking_face 🤔,cry 😢,sob 😭,tada 🎉,sparkles ✨," +
  "heart ❤️,fire 🔥,star ⭐,rocket 🚀,bulb 💡,memo 📝,pushpin 📌,link 🔗,lock 🔒,key 🔑,mag 🔍,wrench 🔧,gear ⚙️,battery 🔋,low_battery 🪫," +
  "red_circle 🔴,large_blue_circle 🔵,large_green_circle 🟢,large_yellow_circle 🟡,large_orange_circle 🟠,white_circle ⚪,black_circle ⚫," +
  "arrow_right ➡️,arrow_left ⬅️,arrow_up ⬆️,arrow_down ⬇️,repeat 🔁,arrows_counterclockwise 🔄,heavy_plus_sign ➕,heavy_minus_sign ➖," +
  "robot_face 🤖,busts_in_silhouette 👥,bust_in_silhouette 👤,house 🏠,door 🚪,round_pushpin 📍,jp 🇯🇵,100 💯";

const SYMBOLS = new Map(LISTED.split(",").map((entry) => entry.split(" ")));

/** The character of a name, or undefined. */
export const emoji = (name) => SYMBOLS.get(name);
