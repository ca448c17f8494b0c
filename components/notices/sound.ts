/** Two soft notes, a fifth apart. */
const NOTES_HZ = [659, 988];
const NOTE_S = 0.11;
const VOLUME = 0.07;

const GESTURES = ['pointerup', 'keydown'] as const;

let audio: AudioContext | null = null;
let lastNote: OscillatorNode | null = null;

/** Asleep until there is something to play: a device that is awake costs power. */
function prepare(): void {
  // Escape is a key and no gesture: browsers would complain.
  if (audio || navigator.userActivation?.hasBeenActive === false) return;
  try {
    audio = new AudioContext();
    void audio.suspend();
  } catch {
    // A device without sound.
  }
}

/** Makes sound possible from the first key or click on: browsers allow none before. Returns how to stop waiting. */
export function awaitGesture(): () => void {
  for (const gesture of GESTURES) window.addEventListener(gesture, prepare, true);
  return () => {
    for (const gesture of GESTURES) window.removeEventListener(gesture, prepare, true);
  };
}

/** Plays the sound of a notice; none before the first gesture. */
export async function playNotice(): Promise<void> {
  if (!audio) return;
  const { currentTime: start, destination } = audio;
  for (const [place, hertz] of NOTES_HZ.entries()) {
    const note = new OscillatorNode(destination.context, { frequency: hertz });
    const volume = new GainNode(destination.context, { gain: 0 });
    const at = start + place * NOTE_S;
    // Swells and fades, or it would click.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(VOLUME, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S * 2);
    note.connect(volume).connect(destination);
    note.start(at);
    note.stop(at + NOTE_S * 2);
    lastNote = note;
    note.addEventListener('ended', () => {
      if (lastNote === note) void audio?.suspend();
    });
  }
  await audio.resume();
}
