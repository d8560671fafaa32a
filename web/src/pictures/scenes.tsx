// What stands where nothing is yet, 200 by 140.

export const EmptyPlate = () => (
  <svg viewBox="0 0 200 140" aria-hidden="true" class="dish">
    <ellipse cx="100" cy="122" rx="84" ry="10" fill="var(--sunk)" />
    <circle cx="100" cy="70" r="52" fill="var(--dish)" /><circle cx="100" cy="70" r="42" fill="var(--plate)" />
    <circle cx="100" cy="70" r="29" fill="none" stroke="var(--line)" stroke-width="2.500" />
    <path d="M26 34v20c0 6 3 9 6 10v50M20 34v18M32 34v18M38 34v20c0 6-3 9-6 10" stroke="var(--soft)" stroke-width="4" fill="none" stroke-linecap="round" />
    <path d="M172 114V34c-9 3-12 22-11 40h11" stroke="var(--soft)" stroke-width="4" fill="none" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

export const Pot = () => (
  <svg viewBox="0 0 200 140" aria-hidden="true" class="dish">
    <ellipse cx="100" cy="126" rx="80" ry="8" fill="var(--sunk)" />
    <path d="M82 38c-8-10 8-14 0-26M104 34c-8-10 8-14 0-26M126 38c-8-10 8-14 0-26" stroke="var(--steam)" stroke-width="5" fill="none" stroke-linecap="round" />
    <rect x="40" y="60" width="120" height="62" rx="16" fill="var(--dish)" /><path d="M40 76h120v-8c0-8-6-14-14-14H54c-8 0-14 6-14 14z" fill="var(--dish-deep)" />
    <path d="M40 80H26c-8 0-8 16 0 16h14M160 80h14c8 0 8 16 0 16h-14" stroke="var(--dish-deep)" stroke-width="7" fill="none" />
    <path d="M54 92c2 10 6 16 14 18" stroke="var(--plate)" stroke-width="5" stroke-linecap="round" fill="none" opacity=".6" />
  </svg>
);

export const Scooter = () => (
  <svg viewBox="0 0 200 140" aria-hidden="true" class="dish">
    <ellipse cx="100" cy="126" rx="86" ry="7" fill="var(--sunk)" />
    <path d="M8 74h26M2 90h22M14 106h14" stroke="var(--line)" stroke-width="5" stroke-linecap="round" />
    <rect x="40" y="40" width="42" height="38" rx="7" fill="var(--dish)" /><path d="M40 52h42" stroke="var(--plate)" stroke-width="4" opacity=".7" />
    <path d="M46 82h50c6 0 8 6 12 14h26c-2-24-8-42-12-54h14" stroke="var(--dish-deep)" stroke-width="9" fill="none" stroke-linecap="round" stroke-linejoin="round" />
    <path d="M44 82h52c8 4 10 18 10 24H58c-10 0-16-10-14-24z" fill="var(--dish-deep)" />
    <path d="M92 80l6-30c2-8 14-8 18 0l6 16 18-6" stroke="#e5482d" stroke-width="13" fill="none" stroke-linecap="round" stroke-linejoin="round" />
    <path d="M94 82l24 4 2 18" stroke="#33414d" stroke-width="11" fill="none" stroke-linecap="round" stroke-linejoin="round" />
    <circle cx="108" cy="28" r="14" fill="#f0c09a" /><path d="M92 30c-3-24 34-26 33-4l-6-1c-8-2-18-1-27 5z" fill="var(--dish)" />
    <circle cx="64" cy="112" r="15" fill="#33302d" /><circle cx="64" cy="112" r="6" fill="#d8d2ca" /><circle cx="144" cy="112" r="15" fill="#33302d" /><circle cx="144" cy="112" r="6" fill="#d8d2ca" />
  </svg>
);

export const Logo = () => (
  <svg viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
    <rect width="64" height="64" rx="16" fill="#dd4327" /><path d="M12 37h40c0 9-7 15-16 15h-8c-9 0-16-6-16-15z" fill="#fff" />
    <path d="M16 33c1-9 8-15 16-15s15 6 16 15z" fill="#ffd9a8" /><circle cx="32" cy="14.500" r="3.500" fill="#fff" />
  </svg>
);
